"""When things happen: one timetable, one clock among many that leads."""
