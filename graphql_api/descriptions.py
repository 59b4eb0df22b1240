"""What arguments, scalars and the values of enums mean: one name means one thing everywhere."""

from graphql import GraphQLEnumType, GraphQLField, GraphQLSchema

ARGUMENTS = {
    "activePath": "The path where the reader is, with the language in front.",
    "after": "The list goes on behind this cursor.",
    "before": "The list ends before this cursor.",
    "by": "What names it.",
    "changedSince": "Only what changed since this moment, itself or the page it leads to.",
    "code": "Its code, the same in every language.",
    "fallback": "What is served where the language asked for is missing.",
    "filter": "What must hold.",
    "first": "How many at most, from the beginning.",
    "handle": "Which one.",
    "hostname": "The host name of a site, with its port where several have that name.",
    "id": "The global id.",
    "ids": "Global ids, as many as a page of a list has at most.",
    "last": "How many at most, from the end.",
    "locale": "The language asked for; unless given, that in which pages are written first.",
    "offset": "How many are left out first, for numbered pages.",
    "on": "A day; today unless given.",
    "order": "What comes first; where it is equal, the next decides.",
    "path": "A path with the language in front, `/de/…/`.",
    "query": "What somebody typed: any text.",
    "role": "Only those in this role.",
    "type": "Names of types; only these.",
    "types": "Names of types; only these.",
    "years": "Only what begins or happened in these years.",
}

SCALARS = {
    "Date": "A day, as ISO 8601 writes it: `2021-03-01`.",
    "DateTime": "A moment, as ISO 8601 writes it, with its offset: `2021-03-01T18:00:00+01:00`.",
    "JSON": "Any value of JSON.",
}

VALUES = {
    "AttendanceMode": {
        "ONLINE": "In the internet alone.",
        "ONSITE": "At a place alone.",
        "MIXED": "Either way.",
    },
    "CouncilDecisionOutcome": {
        "PENDING": "Not decided yet.",
        "RECOMMENDED": "Recommended to the body that decides.",
        "ADOPTED": "Decided as proposed.",
        "ADOPTED_AMENDED": "Decided with changes.",
        "NOTED": "Taken note of.",
        "POSTPONED": "Put off to a later meeting.",
        "REFERRED": "Handed to another body.",
        "REJECTED": "Voted down.",
        "WITHDRAWN": "Taken back by who proposed it.",
    },
    "DatePrecision": {"YEAR": "`2009`.", "MONTH": "`2020-10`.", "DAY": "`2003-12-18`."},
    "Direction": {"LTR": "From left to right.", "RTL": "From right to left."},
    "DownloadKind": {
        "REPORT": "A report.",
        "BROCHURE": "A brochure or leaflet.",
        "PRESENTATION": "Slides.",
        "MAP": "A map or plan.",
        "MINUTES": "Minutes of a meeting.",
        "OTHER": "Anything else.",
    },
    "HeadingLevel": {"H2": "Of a part.", "H3": "Of a part of a part."},
    "HistoryOrder": {
        "DATE_ASC": "By date, the oldest first.",
        "DATE_DESC": "By date, the latest first.",
    },
    "InitiativeOrder": {
        "POSITION": "As editors have put them in the tree.",
        "TITLE_ASC": "By title, from A.",
        "TITLE_DESC": "By title, from Z.",
        "START_ASC": "By start, the earliest first.",
        "START_DESC": "By start, the latest first.",
        "PUBLISHED_ASC": "By publication, the oldest first.",
        "PUBLISHED_DESC": "By publication, the newest first.",
    },
    "LinkKind": {
        "PAGE": "A page of the site.",
        "DOCUMENT": "A file of the library.",
        "URL": "An address elsewhere.",
    },
    "NoticeTone": {
        "INFO": "Good to know.",
        "WARNING": "To be minded.",
        "SUCCESS": "Something went well.",
    },
    "ParticipationEventOrder": {
        "STARTS_ASC": "By beginning, the earliest first.",
        "STARTS_DESC": "By beginning, the latest first.",
    },
    "ParticipationEventState": {
        "UPCOMING": "It has not begun.",
        "OPEN": "One can take part.",
        "CLOSED": "It is over.",
        "CANCELLED": "It does not take place.",
    },
    "ParticipationFormat": {
        "ONLINE_SURVEY": "Questions answered online.",
        "ONLINE_DIALOGUE": "A discussion online.",
        "WORKSHOP": "A workshop.",
        "INTERVIEW": "Conversations with single people.",
        "PUBLIC_EVENT": "An event for everybody.",
        "OUTREACH": "Where people are anyway: in the street, at a market.",
        "EXHIBITION": "An exhibition.",
        "COMMITTEE": "A panel or a committee.",
        "OTHER": "Anything else.",
    },
    "ParticipationLevel": {
        "INFORMATION": "People are informed.",
        "CONSULTATION": "People are asked.",
        "COOPERATION": "People work on it.",
        "DECISION": "People decide.",
    },
    "Role": {
        "INITIATOR": "Began it.",
        "LEAD": "Answers for it.",
        "PARTNER": "Carries it too.",
        "CONTRIBUTOR": "Takes part.",
        "FUNDER": "Pays for it.",
        "CONTRACTOR": "Is paid to do it.",
    },
    "Scope": {"CITY": "The whole city.", "ADMINISTRATION": "The city's administration."},
    "Sector": {
        "ADMINISTRATION": "Public administration.",
        "POLITICS": "The council and its parties.",
        "CIVIL_SOCIETY": "Associations, initiatives and residents.",
        "BUSINESS": "Companies and their associations.",
        "SCIENCE": "Universities and research.",
        "CULTURE": "Culture and the arts.",
        "MEDIA": "Press and broadcasting.",
        "OTHER": "Anywhere else.",
    },
    "StageOrder": {
        "POSITION": "As editors have put them in the tree.",
        "TITLE_ASC": "By title, from A.",
        "TITLE_DESC": "By title, from Z.",
        "START_ASC": "By start, the earliest first.",
        "START_DESC": "By start, the latest first.",
    },
    "StageKind": {
        "ANALYSIS": "What there is, is examined.",
        "DEVELOPMENT": "A proposal is drawn up.",
        "PARTICIPATION": "People take part.",
        "DECISION": "The council or another body decides.",
        "IMPLEMENTATION": "It is put into practice.",
        "EVALUATION": "What came of it is examined.",
    },
    "Status": {
        "PLANNED": "It has not begun.",
        "RUNNING": "It is under way.",
        "PAUSED": "It rests.",
        "COMPLETED": "It has come to its end.",
        "DISCONTINUED": "It was given up.",
    },
}


def describe(schema: GraphQLSchema) -> None:
    """Write into a schema what its arguments and values mean, unless they say it themselves."""
    for name, type_ in schema.type_map.items():
        if name.startswith("__"):
            continue
        type_.description = SCALARS.get(name, type_.description)
        if isinstance(type_, GraphQLEnumType):
            for value, definition in type_.values.items():
                definition.description = definition.description or VALUES.get(name, {}).get(value)
        for field in getattr(type_, "fields", {}).values():
            if isinstance(field, GraphQLField):
                for argument, definition in field.args.items():
                    definition.description = definition.description or ARGUMENTS.get(argument)
