"""Taking in a coordinator's own register: read, recognise, show what is wrong, keep the good rows, undo."""
