"""What follows: reads the journal and does what staff set up."""
