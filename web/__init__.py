"""What both doors share: the server with its headers, sessions, languages and form fields."""
