"""Taking part in a gathering: seats, the waiting list, reminders, who came, and what they thought of it."""
