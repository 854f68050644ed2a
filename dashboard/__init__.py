"""The staff's and buddies' door: a Dash application, authorised on the server."""
