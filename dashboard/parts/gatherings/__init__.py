"""Parts of the pages about gatherings: the calendar, the form, the page of one gathering, who comes and who hosts."""
