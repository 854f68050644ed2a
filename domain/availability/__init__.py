"""When a buddy can: the week, days that differ, their own calendar, appointments."""
