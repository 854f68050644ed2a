"""Letters: their words, their facts, and their way through the out-tray."""
