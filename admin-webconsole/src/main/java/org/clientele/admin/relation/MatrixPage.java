package org.clientele.admin.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.admin.relation.MatrixView.Heading;
import org.clientele.admin.relation.MatrixView.Pages;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The matrix: what stands between one of a side and those of the other. */
final class MatrixPage {
    private static final int ROWS = 50;

    private final Relation relation;
    private final RecentChanges recent;

    MatrixPage(Relation relation, RecentChanges recent) {
        this.relation = relation;
        this.recent = recent;
    }

    /** The page as it is stored. */
    Reply stored(Exchange exchange) throws DirectoryException {
        return page(exchange, MatrixQuery.of(exchange, relation), Map.of(), 200, List.of());
    }

    /** The page with what was checked, and why that was not saved. */
    Reply again(Exchange exchange, MatrixQuery query, Map<String, SentRow> sent, int status, String message)
            throws DirectoryException {
        return page(exchange, query, sent, status, List.of(message));
    }

    private Reply page(
            Exchange exchange, MatrixQuery query, Map<String, SentRow> sent, int status, List<String> messages)
            throws DirectoryException {
        Entry subject = query.perspective().subjects().require(query.subject(), exchange.words());
        try {
            Listed listed = query.perspective().rows().list(query.search(), query.after(), ROWS);
            Map<String, Set<String>> marks = query.perspective().marks(subject, listed.rows());
            MatrixRows rows = new MatrixRows(exchange.screen(), query.perspective(), subject);
            return reply(exchange, query, subject, listed, rows.of(listed.rows(), marks, sent), status, messages);
        } catch (InvalidInputException e) {
            List<String> refused = List.of(exchange.words().refused(e));
            return reply(exchange, query, subject, Listed.NOTHING, List.of(), 422, refused);
        }
    }

    private Reply reply(
            Exchange exchange,
            MatrixQuery query,
            Entry subject,
            Listed listed,
            List<MatrixRow> rows,
            int status,
            List<String> messages) {
        Screen screen = exchange.screen();
        List<Block> blocks = relation.blocks(screen.words());
        MatrixView view = new MatrixView(
                screen,
                heading(screen, query, subject, listed),
                subject,
                parameters(query),
                query.search(),
                blocks,
                rows,
                pages(screen, query, listed),
                messages,
                notices(screen.words(), listed),
                saved(exchange, blocks));
        return new Reply.Page(status, new StaticTemplates().matrix(view));
    }

    private Heading heading(Screen screen, MatrixQuery query, Entry subject, Listed listed) {
        Words words = screen.words();
        Kind rows = query.perspective().rows().kind();
        String count = rows.words() + (listed.next().isPresent() ? ".count.more" : ".count");
        return new Heading(
                words.get(screen.kind().words() + "." + query.perspective().words() + ".lede"),
                words.get(rows.words() + ".title"),
                words.get(
                        query.after().isEmpty() ? count : rows.words() + ".count",
                        listed.rows().size()),
                words.get(rows.words() + ".search"),
                query.perspective().subjects().address(screen, subject),
                screen.manages(rows) ? screen.home(rows) + "/add" : "",
                words.get(rows.words() + ".add"));
    }

    private static Map<String, String> parameters(MatrixQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(query.parameter(), query.subject());
        parameters.putAll(query.overview().parameters());
        return parameters;
    }

    private static Pages pages(Screen screen, MatrixQuery query, Listed listed) {
        return new Pages(
                query.address(screen).toString(),
                query.overview().list(screen).toString(),
                query.after().isEmpty()
                        ? ""
                        : query.withAfter("").address(screen).toString(),
                listed.next()
                        .map(cursor -> query.withAfter(cursor).address(screen).toString())
                        .orElse(""),
                query.withoutSearch().address(screen).toString());
    }

    private List<String> notices(Words words, Listed listed) {
        List<String> notices = new ArrayList<>(relation.notices(words));
        if (!listed.missing().isEmpty()) {
            notices.add(words.get("relation.missing", String.join(", ", listed.missing())));
        } else if (listed.incomplete()) {
            notices.add(words.get("list.incomplete"));
        }
        return notices;
    }

    private Optional<SavedView> saved(Exchange exchange, List<Block> blocks) {
        String key = exchange.text(MatrixQuery.DONE);
        return recent.find(exchange.administrator(), exchange.kind().label(), key)
                .map(saved -> SavedView.of(saved, key, blocks, exchange.words()));
    }
}
