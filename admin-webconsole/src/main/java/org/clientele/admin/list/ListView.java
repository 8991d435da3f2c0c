package org.clientele.admin.list;

import java.util.List;
import java.util.Optional;
import org.clientele.SourceStatus;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Screen;

/**
 * The overview, ready to be shown.
 *
 * @param screen what stands around it
 * @param query what was asked
 * @param results what came
 * @param sources the configured sources, for the filter
 * @param writable the sources that a record can be added to
 * @param noCustomers whether there is no customer yet, so that one has to be added first
 * @param done what was done before this page came, empty for nothing
 * @param passwords generated passwords, shown on this page only
 * @param bulk what can be done to several records at once
 */
public record ListView(
        Screen screen,
        ListQuery query,
        Results results,
        List<SourceStatus> sources,
        List<SourceStatus> writable,
        boolean noCustomers,
        Optional<Done> done,
        List<GeneratedPasswords.Entry> passwords,
        Bulk bulk) {

    public ListView {
        sources = List.copyOf(sources);
        writable = List.copyOf(writable);
        passwords = List.copyOf(passwords);
    }

    /** Whether there is nothing yet, so that the page says what to do first. */
    public boolean startsEmpty() {
        return results.emptiness() == Results.Emptiness.NOTHING_YET
                && results.saved().isEmpty();
    }

    /**
     * What was done to a record.
     *
     * @param id its id
     * @param address where it can be edited
     * @param message the sentence that says so
     */
    public record Done(String id, String address, String message) {}
}
