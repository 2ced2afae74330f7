package presentry.xcap.http;

import presentry.schemas.Namespaces;
import presentry.xcap.service.Conflict;
import presentry.xcap.usage.Violation.Duplicate;

/** Writes a conflict as an xcap-error document (RFC 4825, section 11). */
final class ConflictReportWriter {

    private ConflictReportWriter() {}

    /** @param rootUri the XCAP root, in front of an ancestor */
    static String write(Conflict conflict, String rootUri) {
        String element = conflict.condition().element();
        var report = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xcap-error xmlns=\"")
                .append(Namespaces.XCAP_ERROR)
                .append("\">\n  <")
                .append(element);
        if (conflict.condition() != Conflict.Condition.EXTENSION) {
            report.append(" phrase=\"").append(escape(conflict.phrase())).append('"');
        }
        report.append('>');
        conflict.ancestor()
                .ifPresent(uri -> report.append("<ancestor>")
                        .append(escape(rootUri + uri))
                        .append("</ancestor>"));
        conflict.duplicates().forEach(duplicate -> exists(report, duplicate));
        return report.append("</").append(element).append(">\n</xcap-error>\n").toString();
    }

    private static void exists(StringBuilder report, Duplicate duplicate) {
        report.append("<exists field=\"").append(escape(duplicate.field())).append("\">");
        for (String alternative : duplicate.alternatives()) {
            report.append("<alt-value>").append(escape(alternative)).append("</alt-value>");
        }
        report.append("</exists>");
    }

    /** Also replaces what no XML document can have: a phrase may quote the request. */
    private static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXmlCharacter(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    private static boolean isXmlCharacter(int c) {
        return (c >= ' ' && c < 0xD800)
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }
}
