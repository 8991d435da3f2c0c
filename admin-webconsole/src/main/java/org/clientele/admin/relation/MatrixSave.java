package org.clientele.admin.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SuspendedException;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** Saves a matrix: the rows that were shown and that somebody changed, no others. Takes back what was saved before. */
final class MatrixSave {
    private final Relation relation;
    private final MatrixPage page;
    private final RecentChanges recent;

    MatrixSave(Relation relation, MatrixPage page, RecentChanges recent) {
        this.relation = relation;
        this.page = page;
        this.recent = recent;
    }

    Reply save(Exchange exchange) throws DirectoryException {
        MatrixQuery query = MatrixQuery.of(exchange, relation);
        Map<String, SentRow> sent = SentRow.of(exchange);
        if (exchange.stalePost()) {
            return page.again(exchange, query, sent, 403, exchange.words().get("form.stale.token"));
        }
        try {
            Optional<String> undo = exchange.filled("undo");
            return undo.isPresent() ? takeBack(exchange, query, undo.get()) : save(exchange, query, sent);
        } catch (DirectoryException e) {
            return page.again(exchange, query, sent, status(e), message(e, exchange.words()));
        }
    }

    private Reply save(Exchange exchange, MatrixQuery query, Map<String, SentRow> sent) throws DirectoryException {
        List<Block> blocks = relation.blocks(exchange.words());
        List<SentRow> touched = sent.values().stream()
                .filter(row -> row.changed(blocks, Settled.NONE))
                .toList();
        List<String> ids = touched.stream().map(SentRow::id).toList();
        Map<String, Entry> entries = query.perspective().rows().find(ids);
        List<String> gone = ids.stream().filter(id -> !entries.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            String message = exchange.words().get("relation.gone", String.join(", ", gone));
            return page.again(exchange, query, sent, 409, message);
        }
        Entry subject = query.perspective().subjects().require(query.subject(), exchange.words());
        return done(exchange, query, changes(query.perspective(), subject, touched, entries, blocks), false);
    }

    private static List<RelationChange> changes(
            Perspective perspective,
            Entry subject,
            List<SentRow> rows,
            Map<String, Entry> entries,
            List<Block> blocks) {
        List<RelationChange> changes = new ArrayList<>();
        for (SentRow row : rows) {
            Entry entry = Objects.requireNonNull(entries.get(row.id()));
            int settled = Settled.block(perspective.settled(subject, entry));
            if (row.changed(blocks, settled)) {
                changes.add(perspective.change(subject, entry, row.before(), row.after(blocks, settled)));
            }
        }
        return changes;
    }

    private Reply takeBack(Exchange exchange, MatrixQuery query, String key) throws DirectoryException {
        Optional<Saved> saved =
                recent.find(exchange.administrator(), exchange.kind().label(), key);
        if (saved.isEmpty()) {
            return page.again(exchange, query, Map.of(), 409, exchange.words().get("relation.late"));
        }
        List<RelationChange> changes =
                saved.get().made().stream().map(RelationChange::undone).toList();
        Reply reply = done(exchange, query, changes, true);
        recent.forget(exchange.administrator(), key);
        return reply;
    }

    private Reply done(Exchange exchange, MatrixQuery query, List<RelationChange> changes, boolean takenBack)
            throws DirectoryException {
        List<RelationChange> made = changes.isEmpty() ? List.of() : relation.change(changes, exchange.actor());
        Saved saved = new Saved(exchange.kind().label(), made, leftOut(changes, made), takenBack);
        String key = recent.keep(exchange.administrator(), saved);
        return new Reply.Redirect(
                query.address(exchange.screen()).with(MatrixQuery.DONE, key).toString());
    }

    private static List<RelationChange> leftOut(List<RelationChange> changes, List<RelationChange> made) {
        List<Pair> done = made.stream().map(Pair::of).toList();
        return changes.stream()
                .filter(change -> !done.contains(Pair.of(change)))
                .toList();
    }

    private record Pair(String left, String right) {
        static Pair of(RelationChange change) {
            return new Pair(change.left().id(), change.right().id());
        }
    }

    private static int status(DirectoryException cause) {
        if (cause instanceof InvalidInputException) {
            return 422;
        }
        return cause instanceof NotFoundException || cause instanceof SuspendedException ? 409 : 503;
    }

    private static String message(DirectoryException cause, Words words) {
        if (cause instanceof InvalidInputException invalid) {
            return words.refused(invalid);
        }
        return cause instanceof NotFoundException ? words.get("relation.vanished") : words.unavailable(cause);
    }
}
