package org.clientele.admin.form;

import java.util.List;
import org.clientele.Change;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.admin.web.Exchange;

/** How the change of a record is saved, and what is said about it besides. */
public interface Saving<E extends DirectoryEntry> {

    /** What follows from a change, in sentences, if that has to be confirmed first; none if it can be saved at once. */
    List<String> ahead(Exchange exchange, Change change);

    /** Saves it. */
    E save(Exchange exchange, Change change) throws DirectoryException;

    /** As the directory does, with nothing to say. */
    static <E extends DirectoryEntry> Saving<E> plain(Directory<E> directory) {
        return new Saving<>() {
            @Override
            public List<String> ahead(Exchange exchange, Change change) {
                return List.of();
            }

            @Override
            public E save(Exchange exchange, Change change) throws DirectoryException {
                return directory.update(change);
            }
        };
    }
}
