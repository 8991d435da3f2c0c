package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.clientele.backend.ldap.PageCollector.Found;

/** Who is in some groups, by login or by DN, as far as the server tells and as memory allows. */
final class Members {
    static final String BY_LOGIN = "memberUid";
    static final List<String> BY_DN = List.of("member", "uniqueMember");

    /** RFC 4517, 3.3.21: a bit string may follow the DN of a unique member. */
    private static final Pattern UNIQUE_IDENTIFIER = Pattern.compile("#'[01]*'B$");

    private static final Pattern BLANKS = Pattern.compile(" {2,}");

    private final int most;
    private final Set<LdapName> groups = new HashSet<>();
    private final Set<String> logins = new HashSet<>();
    private final Set<LdapName> names = new HashSet<>();
    private boolean cut;

    /** @param most how many are remembered */
    Members(int most) {
        this.most = most;
    }

    /**
     * Adds those of a group entry.
     *
     * @return its attributes of which the server told only a part
     */
    List<MemberPart> add(Entry group) {
        name(group.getDn().getName()).ifPresent(groups::add);
        List<MemberPart> parts = new ArrayList<>();
        for (Attribute attribute : group) {
            String description = attribute.getUpId();
            String type = description.split(";", 2)[0];
            if (type.equalsIgnoreCase(BY_LOGIN)) {
                EntryReader.texts(group, description).forEach(login -> add(logins, login));
            } else if (BY_DN.stream().anyMatch(type::equalsIgnoreCase)) {
                EntryReader.texts(group, description).forEach(dn -> name(dn).ifPresent(name -> add(names, name)));
            }
            MemberPart.of(group.getDn(), description).ifPresent(parts::add);
        }
        return parts;
    }

    /** That there are more. */
    void cut() {
        cut = true;
    }

    boolean isCut() {
        return cut;
    }

    /** Whether no more can be remembered. */
    boolean isFull() {
        return logins.size() + names.size() >= most;
    }

    boolean isEmpty() {
        return logins.isEmpty() && names.isEmpty();
    }

    /** The groups whose members these are. */
    Set<LdapName> groups() {
        return Collections.unmodifiableSet(groups);
    }

    boolean contain(Found found) {
        return logins.contains(found.login())
                || name(found.entry().getDn().getName()).filter(this::contain).isPresent();
    }

    boolean contain(LdapName name) {
        return names.contains(name);
    }

    private <T> void add(Set<T> members, T member) {
        if (isFull()) {
            cut |= !members.contains(member);
        } else {
            members.add(member);
        }
    }

    /** A name that compares as directories do, without regard to case and blanks; empty if the text is none. */
    static Optional<LdapName> name(String dn) {
        try {
            String bare = UNIQUE_IDENTIFIER.matcher(dn).replaceFirst("");
            return Optional.of(new LdapName(BLANKS.matcher(bare).replaceAll(" ")));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
