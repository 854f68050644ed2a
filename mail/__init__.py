"""What we say by letter: rendering texts and posting them over SMTP."""
