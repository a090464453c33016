"""What the peers share: the rows of section 3 in the order of both forms, and how they are found.

A peer reads section 3 only and takes the easy way that a careful user would take: the section's text between two headings, in
it every run of seven numbers, named by its place. That is right for the synthetic reports of the benchmark and for little else.
"""

COLUMNS = (
    "natural_person", "commercial_enterprise", "research_institution", "public_welfare_organization",
    "legal_service_institution", "other", "total",
)

_HEAD = ("received", "carried_in", "granted", "partially_granted")
_DENIED = tuple(
    "denied." + name for name in (
        "state_secret", "prohibited_by_law", "security_and_stability", "third_party_interests", "internal_affairs",
        "process_information", "enforcement_case_files", "administrative_inquiry"))
_UNAVAILABLE = tuple("unavailable." + name for name in ("not_held", "requires_creation", "unclear_after_correction"))
_NOT_PROCESSED = tuple(
    "not_processed." + name for name in (
        "petition_or_complaint", "repeated", "public_publication", "excessive_repetition", "reissue_of_obtained"))
_OTHER = tuple("other." + name for name in ("correction_overdue", "fee_overdue", "other"))
_TAIL = ("total", "carried_out")

#: The rows by how many there are: the form of 2019 has one row fewer for each part of `other` but one.
ROWS = {
    23: _HEAD + _DENIED + _UNAVAILABLE + _NOT_PROCESSED + ("other",) + _TAIL,
    25: _HEAD + _DENIED + _UNAVAILABLE + _NOT_PROCESSED + _OTHER + _TAIL,
}

FORMS = {23: "2019", 25: "2021"}

#: The section: from its heading to that of the next.
START = "三、收到和处理政府信息公开申请情况"
END = r"四、[^\n]{0,12}行政复议"

#: Seven numbers with nothing between them but blanks and bars.
RUN = r"\d+(?:[\s|]+\d+){6}"
