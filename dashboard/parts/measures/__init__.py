"""How matching goes on screen and in a file: each number with how many it rests on, how sure it is, what it means."""
