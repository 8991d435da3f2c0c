package org.clientele.admin.audit;

import static org.clientele.admin.audit.AuditRequest.key;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.Actor.Door;
import org.clientele.admin.web.Screen;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditOutcome;

/**
 * A page of the audit, ready to be shown.
 *
 * @param screen what stands around it
 * @param request what was asked
 * @param rows the entries
 * @param next the address of the next page, empty at the end
 * @param personal whether personal values are shown
 * @param fault why there are no entries, empty if they could be asked
 */
public record AuditView(
        Screen screen, AuditRequest request, List<AuditRow> rows, String next, boolean personal, String fault) {

    public AuditView {
        rows = List.copyOf(rows);
    }

    /**
     * A value that a filter may have.
     *
     * @param label the value in words
     */
    public record FilterChoice(String value, String label, boolean chosen) {}

    public List<FilterChoice> entities() {
        return choices("entity", AuditEntity.values(), request.entity());
    }

    public List<FilterChoice> actions() {
        return choices("action", AuditAction.values(), request.action());
    }

    public List<FilterChoice> outcomes() {
        return choices("outcome", AuditOutcome.values(), request.outcome());
    }

    public List<FilterChoice> doors() {
        return choices("door", Door.values(), request.door());
    }

    private List<FilterChoice> choices(String name, Enum<?>[] values, String chosen) {
        return Stream.of(values)
                .map(value -> new FilterChoice(
                        key(value),
                        screen.words().get("audit." + name + "." + key(value)),
                        key(value).equals(chosen)))
                .toList();
    }

    /** The address of the first page. */
    public String first() {
        return request.from("").address(screen, "");
    }

    /** The address of a file of the whole list. */
    public String file() {
        return request.from("").address(screen, "/list.csv");
    }

    public String json() {
        return request.address(screen, ".json");
    }

    public boolean later() {
        return !request.after().isEmpty();
    }

    /** The rows in words. */
    public String count() {
        boolean more = later() || !next.isEmpty();
        return screen.words().get(more ? "audit.count.more" : "audit.count", rows.size());
    }
}
