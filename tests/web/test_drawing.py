"""What templates do with words."""

from web.drawing import unbroken


def test_a_number_to_call_stands_on_one_line() -> None:
    assert unbroken("Bel 113 of 0800-0113.") == 'Bel 113 of <span class="number">0800-0113</span>.'


def test_what_staff_wrote_is_never_taken_for_a_tag() -> None:
    assert unbroken("<b>0800-0113") == '&lt;b&gt;<span class="number">0800-0113</span>'
