"""The exact solver underneath: plain loops over whole numbers, compiled where the accelerator is installed."""
