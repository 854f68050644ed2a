"""The quality cycle: a signal, what is done about it, what came of that, and what parents hear of it."""
