package org.clientele.admin.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.admin.relation.OverviewView.Panel;
import org.clientele.admin.relation.OverviewView.PanelRow;
import org.clientele.admin.relation.OverviewView.Start;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The overview of a relation: both sides beside each other, each entry the way to its matrix. */
final class Overview {
    private static final int ROWS = 25;

    private final Relation relation;

    Overview(Relation relation) {
        this.relation = relation;
    }

    Reply page(Exchange exchange) {
        Screen screen = exchange.screen();
        OverviewQuery query = OverviewQuery.of(exchange, relation);
        List<Panel> panels = Stream.of(relation.left(), relation.right())
                .map(side -> panel(screen, query, side))
                .toList();
        OverviewView view = new OverviewView(screen, panels, relation.notices(screen.words()));
        return new Reply.Page(200, new StaticTemplates().overview(view));
    }

    /** A side that cannot be listed does not stand in the way of the other one. */
    private static Panel panel(Screen screen, OverviewQuery query, Side side) {
        try {
            Listed listed = side.list(query.search(side), query.after(side), ROWS);
            return panel(screen, query, side, listed, notices(screen.words(), listed));
        } catch (InvalidInputException e) {
            return panel(
                    screen, query, side, Listed.NOTHING, List.of(screen.words().refused(e)));
        } catch (DirectoryException e) {
            return panel(
                    screen, query, side, Listed.NOTHING, List.of(screen.words().unavailable(e)));
        }
    }

    private static Panel panel(Screen screen, OverviewQuery query, Side side, Listed listed, List<String> notices) {
        Words words = screen.words();
        String kind = side.kind().words();
        String count = kind + (listed.next().isPresent() && query.after(side).isEmpty() ? ".count.more" : ".count");
        return new Panel(
                OverviewQuery.key(side),
                words.get(kind + ".title"),
                query.search(side),
                words.get(kind + ".search"),
                query.without(side).parameters(),
                listed.rows().stream()
                        .map(entry -> new PanelRow(entry, query.matrix(screen, side, entry)))
                        .toList(),
                listed.rows().isEmpty() ? "" : words.get(count, listed.rows().size()),
                notices,
                query.after(side).isEmpty() ? "" : query.withAfter(side, "").address(screen),
                listed.next()
                        .map(cursor -> query.withAfter(side, cursor).address(screen))
                        .orElse(""),
                query.without(side).address(screen),
                start(screen, query, side, listed, notices));
    }

    private static List<Start> start(
            Screen screen, OverviewQuery query, Side side, Listed listed, List<String> notices) {
        boolean nothing = listed.rows().isEmpty()
                && notices.isEmpty()
                && query.search(side).isBlank()
                && query.after(side).isEmpty();
        String kind = side.kind().words();
        return nothing
                ? List.of(new Start(
                        screen.words().get(kind + ".empty.title"),
                        screen.words().get(screen.manages(side.kind()) ? "relation.empty." + kind : "empty.view"),
                        screen.words().get(kind + ".add"),
                        screen.manages(side.kind()) ? screen.home(side.kind()) + "/add" : ""))
                : List.of();
    }

    private static List<String> notices(Words words, Listed listed) {
        List<String> notices = new ArrayList<>();
        if (!listed.missing().isEmpty()) {
            notices.add(words.get("relation.missing", String.join(", ", listed.missing())));
        } else if (listed.incomplete()) {
            notices.add(words.get("list.incomplete"));
        }
        return notices;
    }
}
