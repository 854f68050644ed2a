"""What the pages about gatherings promise: the calendar, the form, one gathering, who comes and who hosts."""
