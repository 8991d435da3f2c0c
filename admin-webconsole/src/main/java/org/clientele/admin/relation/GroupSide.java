package org.clientele.admin.relation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Groups;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Refusal;

/** The groups. They are few enough to be searched in memory; the cursor is the number of rows before the page. */
final class GroupSide implements Side {
    private final Groups groups;

    GroupSide(Groups groups) {
        this.groups = groups;
    }

    @Override
    public Kind kind() {
        return Kind.GROUPS;
    }

    @Override
    public Listed list(String search, String after, int limit) throws StoreUnavailableException, InvalidInputException {
        String text = lower(search.strip());
        List<Entry> found = groups.list().stream()
                .filter(group -> group.validity() == Validity.VALID)
                .filter(group -> lower(group.name() + "\n" + group.comment()).contains(text))
                .map(Entry::of)
                .toList();
        int from = Math.min(found.size(), from(after));
        int to = Math.min(found.size(), from + limit);
        Optional<String> next = to < found.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new Listed(found.subList(from, to), next, List.of(), false);
    }

    @Override
    public Map<String, Entry> find(Collection<String> ids) throws StoreUnavailableException {
        Map<String, Entry> found = new LinkedHashMap<>();
        groups.list().stream()
                .map(Entry::of)
                .filter(entry -> ids.contains(entry.id()))
                .forEach(entry -> found.put(entry.id(), entry));
        return found;
    }

    @Override
    public Entry require(String id, Words words) throws StoreUnavailableException {
        return Optional.ofNullable(find(List.of(id)).get(id))
                .orElseThrow(() -> new Refusal(404, words.get("groups.answer.404")));
    }

    private static int from(String after) throws InvalidInputException {
        if (!after.matches("[0-9]{0,6}")) {
            throw new InvalidInputException("after", Fault.of(Fault.Kind.BAD_CURSOR, "This is no cursor."));
        }
        return after.isEmpty() ? 0 : Integer.parseInt(after);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
