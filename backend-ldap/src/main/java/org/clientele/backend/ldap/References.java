package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchResultReference;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PartialSearch.Ending;

/** Where a server says, while it answers a search, that there is more. */
final class References {
    /** For the sake of memory. */
    private static final int MOST = 200;

    private final List<Collection<String>> references = new ArrayList<>();

    void add(SearchResultReference reference) {
        if (references.size() < MOST) {
            references.add(reference.getReferral().getLdapUrls());
        }
    }

    /**
     * How the search ended.
     *
     * @param key the configuration key that names the base of the search
     */
    Ending ending(LdapResult result, BoundConnection connection, String key) throws SourceUnavailableException {
        ResultCodeEnum code = result.getResultCode();
        if (code == ResultCodeEnum.SIZE_LIMIT_EXCEEDED || code == ResultCodeEnum.ADMIN_LIMIT_EXCEEDED) {
            return new Ending(Optional.of(limit(code)), references, false);
        }
        if (code == ResultCodeEnum.REFERRAL && result.getReferral() != null) {
            return new Ending(Optional.empty(), List.of(result.getReferral().getLdapUrls()), true);
        }
        if (code != ResultCodeEnum.SUCCESS) {
            throw connection.isConnected() ? Faults.of(result, key, connection) : Faults.dropped();
        }
        return new Ending(Optional.empty(), references, false);
    }

    private static Gap limit(ResultCodeEnum code) {
        return new Gap(Gap.Kind.LIMIT, "its limit is too low (" + code.getMessage() + ")");
    }
}
