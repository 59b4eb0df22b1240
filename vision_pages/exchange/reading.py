"""Files as they come in: from anywhere, and so with care."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vision_pages.exchange import po, xliff_1, xliff_2
from vision_pages.exchange.units import Document

# Many times what the longest page has to say.
LARGEST = 1024 * 1024

# Before the first tag: a mark of the encoding, or white space.
BEFORE = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def documents(content: bytes) -> list[Document]:
    """Give what a file says; raise ValidationError if it cannot be read."""
    if len(content) > LARGEST:
        raise ValidationError(_("The file is larger than 1 MB."))
    if not content.lstrip(BEFORE).startswith(b"<"):
        if b"msgid" in content:
            return po.read(content)
        raise ValidationError(_("The file is neither XLIFF nor PO."))
    root = element(content)
    version = root.get("version", "")
    if root.tag == f"{{{xliff_1.NAMESPACE}}}xliff" and version == "1.2":
        return xliff_1.read(root)
    if root.tag == f"{{{xliff_2.NAMESPACE}}}xliff" and version in {"2.0", "2.1"}:
        return xliff_2.read(root)
    raise ValidationError(_("The file is no XLIFF 1.2, 2.0 or 2.1."))


def element(content: bytes) -> Element:
    try:
        return fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ValidationError(
            _("The file declares a document type (DTD). For safety it is not read.")
        ) from error
    except ParseError as error:
        line = {"line": error.position[0]}
        raise ValidationError(
            _("The file is damaged or no XML: it cannot be read from line %(line)s on.") % line
        ) from error
    except (ValueError, LookupError) as error:
        raise ValidationError(_("The file is in an unknown encoding. Save it as UTF-8.")) from error
