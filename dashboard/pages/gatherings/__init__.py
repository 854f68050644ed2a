"""The pages about gatherings: the calendar, the form, one of them, who comes."""
