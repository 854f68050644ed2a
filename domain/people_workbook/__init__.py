"""People and rules from a spreadsheet, and the answer to it as one: for who has nothing but a spreadsheet."""
