package org.clientele.admin.relation;

import org.clientele.admin.form.Carried;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Screen;

/**
 * The parameters of a matrix.
 *
 * @param perspective from which side
 * @param subject the id of what it is about
 * @param search a text that narrows the rows
 * @param after the cursor of the page before, empty for the first
 * @param overview the overview that an administrator came from
 */
record MatrixQuery(Perspective perspective, String subject, String search, String after, Carried overview) {
    /** Names what was done before the page came. */
    static final String DONE = "done";

    static MatrixQuery of(Exchange exchange, Relation relation) {
        String left = exchange.text(relation.left().kind().idParameter());
        String right = exchange.text(relation.right().kind().idParameter());
        if (left.isEmpty() == right.isEmpty()) {
            String both = relation.left().kind().idParameter() + ", "
                    + relation.right().kind().idParameter();
            throw new Refusal(422, exchange.words().get("bad.one", both));
        }
        return new MatrixQuery(
                new Perspective(relation, right.isEmpty()),
                left + right,
                exchange.text("search"),
                exchange.text("after"),
                Carried.of(exchange));
    }

    MatrixQuery withAfter(String cursor) {
        return new MatrixQuery(perspective, subject, search, cursor, overview);
    }

    MatrixQuery withoutSearch() {
        return new MatrixQuery(perspective, subject, "", "", overview);
    }

    /** The address of the page with these parameters. */
    Links address(Screen screen) {
        return overview.on(Links.to(screen.home() + "/matrix")
                .with(parameter(), subject)
                .with("search", search)
                .with("after", after));
    }

    /** The parameter that names what the matrix is about. */
    String parameter() {
        return perspective.subjects().kind().idParameter();
    }
}
