"""The pages of the quality cycle, reports and kept views."""
