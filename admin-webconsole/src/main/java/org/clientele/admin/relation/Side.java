package org.clientele.admin.relation;

import java.util.Collection;
import java.util.Map;
import org.clientele.DirectoryException;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Screen;

/** One side of a relation: the customer users, the customers or the groups. */
interface Side {

    /** Their own screens, whose words and parameter they have here, too. */
    Kind kind();

    /**
     * The valid ones that a text matches, page by page.
     *
     * @param after the cursor of the page before, empty for the first
     */
    Listed list(String search, String after, int limit) throws DirectoryException;

    /** Those with these ids, valid or not; those that are not there, or cannot be looked up, are missing. */
    Map<String, Entry> find(Collection<String> ids) throws DirectoryException;

    /**
     * The one that a page is about.
     *
     * @throws Refusal if it is not there, or cannot be looked up
     */
    Entry require(String id, Words words) throws DirectoryException;

    /** Where one is edited. */
    default String address(Screen screen, Entry entry) {
        return Links.to(screen.home(kind()) + "/edit")
                .with(kind().idParameter(), entry.id())
                .toString();
    }
}
