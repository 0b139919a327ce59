"""Engagements: visits, conferences and roundtables, who met whom, what was promised, and the photographs."""
