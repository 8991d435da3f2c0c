package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;

/** Searches below one base of which the server delivers a part at most: for a look at a directory, however large it is. */
final class BoundedSearch {
    private static final int MOST_COUNTED = 1_000;
    private static final List<String> NOTHING = List.of(SchemaConstants.NO_ATTRIBUTE);

    private final BoundConnection connection;
    private final String setting;
    private final Dn base;
    private final SearchScope scope;

    /** @param setting the configuration key that names the base */
    BoundedSearch(BoundConnection connection, String setting, Dn base, SearchScope scope) {
        this.connection = connection;
        this.setting = setting;
        this.base = base;
        this.scope = scope;
    }

    /**
     * Hands the first entries that match to {@code taker}.
     *
     * @return whether these are all
     */
    boolean first(int most, ExprNode filter, Collection<String> attributes, Deadline deadline, Consumer<Entry> taker)
            throws SourceUnavailableException {
        SearchRequest request = Exchange.request(base, scope, filter, attributes, deadline);
        request.setSizeLimit(most);
        LdapResult result = Exchange.answer(connection, Exchange.send(connection, request), deadline, taker)
                .getLdapResult();
        ResultCodeEnum code = result.getResultCode();
        boolean cut = code == ResultCodeEnum.SIZE_LIMIT_EXCEEDED || code == ResultCodeEnum.ADMIN_LIMIT_EXCEEDED;
        if (code != ResultCodeEnum.SUCCESS && !cut) {
            throw connection.isConnected() ? Faults.of(result, setting) : Faults.dropped();
        }
        return !cut;
    }

    /** How many entries match, up to a thousand. */
    Count count(ExprNode filter, Deadline deadline) throws SourceUnavailableException {
        AtomicInteger count = new AtomicInteger();
        boolean all = first(MOST_COUNTED + 1, filter, NOTHING, deadline, entry -> count.incrementAndGet());
        return new Count(count.get(), all);
    }

    /**
     * A number of entries.
     *
     * @param counted how many were counted
     * @param all whether these are all of them
     */
    record Count(int counted, boolean all) {
        boolean isNone() {
            return counted == 0 && all;
        }

        /** For example <i>more than 1,000 entries</i>. */
        @Override
        public String toString() {
            if (counted > MOST_COUNTED) {
                return String.format(Locale.ROOT, "more than %,d entries", MOST_COUNTED);
            }
            String number = String.format(Locale.ROOT, "%,d", counted) + (counted == 1 ? " entry" : " entries");
            return all ? number : "at least " + number;
        }
    }
}
