package org.clientele.backend.ldap;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.exception.LdapInvalidDnException;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Membership;
import org.clientele.backend.ldap.LdapSettings.Nesting;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceSettings;

/** Reads a configuration; whatever is wrong with it becomes a finding. */
final class LdapSettingsReader {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Settings settings;

    LdapSettingsReader(Map<String, ?> properties) {
        this(new Settings(properties));
    }

    /** The same from settings that can be asked afterwards which keys there are. */
    LdapSettingsReader(Settings settings) {
        this.settings = settings;
    }

    LdapSettings read() {
        Vendor vendor = Vendor.of(settings);
        SourceDescription description = SourceSettings.read(settings, vendor.defaults());
        String customerId = settings.text("customerId", storageOf(description, Fields.CUSTOMER));
        checkLogin(description);
        List<String> nativeIds = settings.list("nativeId", vendor.nativeIds());
        Optional<String> managerShown = managerShown(description);
        checkAttributes(description, customerId, nativeIds, managerShown);
        ValueCharset charset = charset();
        FilterReader filters = new FilterReader(settings, charset);
        readWithoutEffect();
        return new LdapSettings(
                description,
                access(description, charset),
                base(),
                scope(),
                customerId,
                filters.read("alwaysFilter", vendor.alwaysFilter(), "(mail=*)"),
                filters.read("validFilter", vendor.validFilter(), "(!(description=locked))"),
                vendor.lock().filter(lock -> settings.optional("validFilter").isEmpty()),
                group(vendor.nesting()),
                nativeIds,
                managerShown,
                settings.findings());
    }

    private static String storageOf(SourceDescription description, String variable) {
        return description.field(variable).map(Field::storage).orElse("");
    }

    private void checkLogin(SourceDescription description) {
        String key = description.search().idField();
        String mapped = storageOf(description, Fields.LOGIN);
        if (!mapped.isEmpty() && !mapped.equalsIgnoreCase(key)) {
            settings.error(
                    "customerKey",
                    "is " + key + ", but the map keeps UserLogin in " + mapped + "; write the same attribute in both");
        }
    }

    private Optional<String> managerShown(SourceDescription description) {
        Optional<String> shown = settings.optional("translateManagerTo").filter(attribute -> !attribute.isEmpty());
        boolean mapped =
                description.fields().stream().map(Field::storage).anyMatch(Managers.ATTRIBUTE::equalsIgnoreCase);
        if (shown.isPresent() && !mapped) {
            settings.warning(
                    "translateManagerTo",
                    "is without effect, because the map has no row for the attribute manager; add one");
        }
        return shown;
    }

    private void checkAttributes(
            SourceDescription description, String customerId, List<String> nativeIds, Optional<String> managerShown) {
        SearchSettings search = description.search();
        AttributeNames names = new AttributeNames(settings);
        names.check("map", description.fields().stream().map(Field::storage));
        names.check("searchFields", search.searchFields().stream());
        names.check("listFields", search.listFields().stream());
        names.check("nameFields", search.nameFields().stream());
        names.check("postMasterSearchFields", search.postMasterFields().stream());
        names.check("customerKey", Stream.of(search.idField()));
        names.check("customerId", Stream.of(customerId));
        names.check("nativeId", nativeIds.stream());
        names.check("translateManagerTo", managerShown.stream());
        description
                .field(Fields.PASSWORD)
                .ifPresent(row -> settings.error(
                        "map", "has a row for UserPassword; a directory's passwords are never read, remove the row"));
    }

    /** Where a server follows groups in groups itself that is the default, for it costs nothing. */
    private Optional<Membership> group(Nesting nesting) {
        Optional<Boolean> wanted = settings.optionalFlag("nestedGroups");
        Optional<String> dn = settings.optional("groupDn").filter(text -> !text.isEmpty());
        if (dn.isEmpty() && wanted.orElse(false)) {
            settings.warning("nestedGroups", "is without effect, because there is no groupDn; name the group there");
        }
        boolean nested = wanted.orElse(nesting == Nesting.CHAINED);
        return dn.map(text -> new Membership(dn("groupDn", text), nested ? nesting : Nesting.NONE));
    }

    private ValueCharset charset() {
        String name = settings.text("sourceCharset", "");
        if (name.isEmpty()) {
            return ValueCharset.UTF_8;
        }
        try {
            ValueCharset charset = new ValueCharset(Charset.forName(name));
            if (charset.extendsAscii()) {
                return charset;
            }
            settings.error(
                    "sourceCharset", "is '" + name + "', in which ASCII looks otherwise; write one such as iso-8859-1");
        } catch (IllegalArgumentException e) {
            settings.error("sourceCharset", "is '" + name + "'; write a character set, for example iso-8859-1");
        }
        return ValueCharset.UTF_8;
    }

    private void readWithoutEffect() {
        settings.number("version", 3, 3, 3);
        settings.optionalFlag("async").ifPresent(async -> settings.warning("async", "is without effect; remove it"));
    }

    private Access access(SourceDescription description, ValueCharset charset) {
        List<Server> servers = new ServerReader(settings).read();
        TlsSettings tls = new TlsSettingsReader(settings).read(servers);
        Identity identity = new IdentityReader(settings).read(servers, tls);
        ReferralSettings referrals = new ReferralSettingsReader(settings).read();
        Duration timeout = settings.seconds("timeout", Duration.ofSeconds(10), HOUR);
        // so that after all servers but the last there is time left for the last one and for what it is asked
        Duration share = description.calls().answerTimeLimit().dividedBy(servers.size() + 1);
        Duration patience = share.compareTo(timeout) < 0 ? share : timeout;
        return new Access(servers, identity, tls, referrals, charset, timeout, patience);
    }

    private Dn base() {
        Optional<String> base = settings.optional("baseDn");
        if (base.isEmpty()) {
            settings.error("baseDn", "is required, for example baseDn = ou=people,dc=example,dc=com; it may be empty");
        }
        return dn("baseDn", base.orElse(""));
    }

    private Dn dn(String key, String text) {
        try {
            return new Dn(text);
        } catch (LdapInvalidDnException e) {
            settings.error(key, "is '" + text + "'; write a DN such as ou=people,dc=example,dc=com");
            return Dn.EMPTY_DN;
        }
    }

    private SearchScope scope() {
        String scope = settings.required("scope", "sub");
        return switch (scope.toLowerCase(Locale.ROOT)) {
            case "base", "0" -> SearchScope.OBJECT;
            case "one", "1" -> SearchScope.ONELEVEL;
            case "sub", "2", "" -> SearchScope.SUBTREE;
            default -> {
                settings.error("scope", "is '" + scope + "'; write base, one or sub");
                yield SearchScope.SUBTREE;
            }
        };
    }
}
