package org.clientele.admin.relation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Answer;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.admin.source.SourceName;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Refusal;

/** The customer users, or the customers. */
final class DirectorySide<E extends DirectoryEntry> implements Side {
    private final Kind kind;
    private final Directory<E> directory;

    DirectorySide(Kind kind, Directory<E> directory) {
        this.kind = kind;
        this.directory = directory;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** What is missing is said beside the list, so the rest is shown in any case. */
    @Override
    public Listed list(String search, String after, int limit) throws DirectoryException {
        Page<E> page = directory.list(ListRequest.ALL
                .withSearch(search)
                .withLimit(limit)
                .withAfter(Optional.of(after).filter(cursor -> !cursor.isEmpty()))
                .withoutUnavailable(true));
        List<String> missing = page.sources().stream()
                .filter(report -> !report.outcome().answered())
                .map(report -> SourceName.of(directory, report.source()))
                .toList();
        return new Listed(page.rows().stream().map(Entry::of).toList(), page.next(), missing, page.incomplete());
    }

    @Override
    public Map<String, Entry> find(Collection<String> ids) {
        Map<String, Entry> found = new LinkedHashMap<>();
        ids.forEach(id -> directory.find(id).entry().ifPresent(entry -> found.put(id, Entry.of(entry))));
        return found;
    }

    @Override
    public Entry require(String id, Words words) {
        Answer<E> answer = directory.find(id);
        int status = answer instanceof Answer.NotFound ? 404 : 503;
        return answer.entry()
                .map(Entry::of)
                .orElseThrow(() -> new Refusal(status, words.get(kind.words() + ".answer." + status)));
    }
}
