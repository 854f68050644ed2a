"""What is read of signals, improvements, reports and views that people keep."""
