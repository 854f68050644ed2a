"""What the pages about a buddy's own time promise: days, terms, appointments, the own calendar."""
