"""A workbook with people, and the answer as one."""
