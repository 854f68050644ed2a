"""The way from each earlier version of the database to this one."""
