package org.clientele.admin.audit;

import static org.clientele.admin.audit.AuditRequest.key;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.admin.text.Words;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditPage;
import org.clientele.audit.AuditSubject;
import org.clientele.transfer.CsvWriter;

/** The audit as a CSV file: a row for each value that was changed, portion by portion, up to a bound. */
final class AuditFile {
    private static final int MOST_ENTRIES = 100_000;
    private static final List<String> HEADING = List.of(
            "at",
            "actor",
            "door",
            "address",
            "action",
            "entity",
            "id",
            "otherEntity",
            "otherId",
            "source",
            "field",
            "before",
            "after",
            "outcome",
            "note",
            "entry");

    private final Words words;
    private final Pages pages;

    /** The list, page by page. */
    @FunctionalInterface
    interface Pages {
        /** @param after empty for the first */
        AuditPage page(String after) throws DirectoryException;
    }

    AuditFile(Words words, Pages pages) {
        this.words = words;
        this.pages = pages;
    }

    /** Where it ends before the list does, its last row says so. */
    void write(CsvWriter file) throws IOException, DirectoryException {
        file.row(HEADING);
        int written = 0;
        Optional<String> next = Optional.of("");
        while (next.isPresent() && written < MOST_ENTRIES) {
            AuditPage page = pages.page(next.get());
            for (AuditEntry entry : page.entries()) {
                write(entry, file);
            }
            written += page.entries().size();
            next = page.next();
        }
        if (next.isPresent()) {
            file.row(List.of(words.get("audit.file.more", written)));
        }
    }

    private static void write(AuditEntry entry, CsvWriter file) throws IOException {
        if (entry.changes().isEmpty()) {
            file.row(row(entry, new AuditChange("", "", "")));
        }
        for (AuditChange change : entry.changes()) {
            file.row(row(entry, change));
        }
    }

    private static List<String> row(AuditEntry entry, AuditChange change) {
        return List.of(
                entry.at().toString(),
                entry.actor().name(),
                key(entry.actor().door()),
                entry.actor().address(),
                key(entry.action()),
                key(entry.subject().entity()),
                entry.subject().id(),
                entry.other().map(other -> key(other.entity())).orElse(""),
                entry.other().map(AuditSubject::id).orElse(""),
                entry.source(),
                change.field(),
                change.before(),
                change.after(),
                key(entry.outcome()),
                entry.note(),
                entry.id());
    }
}
