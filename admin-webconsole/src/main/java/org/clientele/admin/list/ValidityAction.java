package org.clientele.admin.list;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Change;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.Validity;
import org.clientele.admin.list.ValidityResult.Changed;
import org.clientele.admin.list.ValidityResult.Refused;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.field.Fields;

/** Changes the validity of the records that were picked in a list, one by one, or takes that back. */
public final class ValidityAction implements Action {
    /** The parameter by which the list is told what was done. */
    static final String DONE = "bulk";

    private static final String PICK = "pick";

    private final Directory<? extends DirectoryEntry> directory;
    private final ValidityChanges recent;

    public ValidityAction(Directory<? extends DirectoryEntry> directory, ValidityChanges recent) {
        this.directory = directory;
        this.recent = recent;
    }

    @Override
    public Reply answer(Exchange exchange) {
        if (exchange.stalePost()) {
            throw new Refusal(403, exchange.words().get("refused.token"));
        }
        Optional<String> undo = exchange.filled("undo");
        ValidityResult result = undo.isPresent() ? undone(exchange, undo.get()) : done(exchange);
        String key = recent.keep(exchange.administrator(), result);
        String list = ListQuery.of(exchange).address(exchange.screen().home());
        return new Reply.Redirect(list + (list.contains("?") ? "&" : "?") + DONE + "=" + key);
    }

    private ValidityResult done(Exchange exchange) {
        Set<String> picked = new LinkedHashSet<>(exchange.texts(PICK));
        if (picked.isEmpty() || picked.size() > ListRequest.MOST_ROWS) {
            throw new Refusal(422, exchange.words().get("bulk.nothing", ListRequest.MOST_ROWS));
        }
        Validity after = Validity.of(exchange.text("validity"))
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bulk.validity")));
        return change(
                exchange,
                picked.stream().map(id -> new Changed(id, after, after)).toList(),
                false);
    }

    /** Only what is still as it was made is made what it was. */
    private ValidityResult undone(Exchange exchange, String key) {
        ValidityResult before = recent.find(exchange.administrator(), key)
                .orElseThrow(() -> new Refusal(404, exchange.words().get("bulk.gone")));
        recent.forget(exchange.administrator(), key);
        return change(
                exchange,
                before.changed().stream()
                        .map(one -> new Changed(one.id(), one.after(), one.before()))
                        .toList(),
                true);
    }

    private ValidityResult change(Exchange exchange, List<Changed> wanted, boolean takingBack) {
        List<Changed> changed = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        int same = 0;
        for (int i = 0; i < wanted.size(); i++) {
            Changed one = wanted.get(i);
            try {
                DirectoryEntry entry = directory
                        .ask(one.id())
                        .entry()
                        .orElseThrow(() -> new NotFoundException("There is no \"" + one.id() + "\""));
                boolean others = takingBack && entry.validity() != one.before();
                if (entry.validity() == one.after() || others) {
                    same++;
                } else {
                    write(entry, one.after(), exchange);
                    changed.add(new Changed(entry.id(), entry.validity(), one.after()));
                }
            } catch (DirectoryException e) {
                refused.add(new Refused(one.id(), message(e, exchange)));
                if (isAway(e)) {
                    return new ValidityResult(changed, same, refused, wanted.size() - i - 1, takingBack);
                }
            }
        }
        return new ValidityResult(changed, same, refused, 0, takingBack);
    }

    private void write(DirectoryEntry entry, Validity validity, Exchange exchange) throws DirectoryException {
        Map<String, String> fields = Map.of(Fields.VALIDITY, Integer.toString(validity.id()));
        directory.update(
                new Change(entry.id(), fields, Optional.empty(), Optional.of(entry.version()), exchange.actor()));
    }

    private static boolean isAway(DirectoryException e) {
        return e instanceof SourceUnavailableException
                || e instanceof StoreUnavailableException
                || e instanceof UncertainException;
    }

    private static String message(DirectoryException e, Exchange exchange) {
        Words words = exchange.words();
        if (e instanceof InvalidInputException invalid) {
            return words.refused(invalid);
        }
        if (e instanceof ReadOnlyException) {
            return words.get("import.readonly");
        }
        return e instanceof NotFoundException ? exchange.screen().text("answer.404") : words.unavailable(e);
    }
}
