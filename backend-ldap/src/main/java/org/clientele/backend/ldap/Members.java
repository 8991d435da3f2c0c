package org.clientele.backend.ldap;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.clientele.backend.ldap.PageCollector.Found;

/** Who is in a group, by login or by DN, as far as the server tells and as memory allows. */
final class Members {
    static final String BY_LOGIN = "memberUid";
    static final List<String> BY_DN = List.of("member", "uniqueMember");

    /** RFC 4517, 3.3.21: a bit string may follow the DN of a unique member. */
    private static final Pattern UNIQUE_IDENTIFIER = Pattern.compile("#'[01]*'B$");

    private static final Pattern BLANKS = Pattern.compile(" {2,}");

    private final int most;
    private final Set<String> logins = new HashSet<>();
    private final Set<LdapName> names = new HashSet<>();
    private boolean cut;

    /** @param most how many are remembered */
    Members(int most) {
        this.most = most;
    }

    /** Adds those of a group entry. */
    void add(Entry group) {
        for (Attribute attribute : group) {
            String[] description = attribute.getUpId().split(";", 2);
            cut |= description.length > 1 && isPart(description[1]);
            if (description[0].equalsIgnoreCase(BY_LOGIN)) {
                EntryReader.texts(group, attribute.getUpId()).forEach(login -> add(logins, login));
            } else if (BY_DN.stream().anyMatch(description[0]::equalsIgnoreCase)) {
                EntryReader.texts(group, attribute.getUpId())
                        .forEach(dn -> name(dn).ifPresent(name -> add(names, name)));
            }
        }
    }

    /** That the server told of some groups only. */
    void cut() {
        cut = true;
    }

    boolean isCut() {
        return cut;
    }

    boolean isEmpty() {
        return logins.isEmpty() && names.isEmpty();
    }

    boolean contain(Found found) {
        return logins.contains(found.login())
                || name(found.entry().getDn().getName()).filter(names::contains).isPresent();
    }

    /** Active Directory sends long attributes in parts, {@code member;range=0-1499}; the last part ends with a star. */
    private static boolean isPart(String options) {
        String range = options.toLowerCase(Locale.ROOT);
        return range.startsWith("range=") && !range.endsWith("-*");
    }

    private <T> void add(Set<T> members, T member) {
        if (logins.size() + names.size() < most) {
            members.add(member);
        } else {
            cut |= !members.contains(member);
        }
    }

    /** A name that compares as directories do, without regard to case and blanks; empty if the text is none. */
    private static Optional<LdapName> name(String dn) {
        try {
            String bare = UNIQUE_IDENTIFIER.matcher(dn).replaceFirst("");
            return Optional.of(new LdapName(BLANKS.matcher(bare).replaceAll(" ")));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
