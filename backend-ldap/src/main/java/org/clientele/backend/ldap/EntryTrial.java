package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.AndNode;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.NotNode;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.backend.ldap.BoundedSearch.Count;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.StepReport;
import org.clientele.spi.TestRun;

/** What a directory has below the base, looked at over one connection and where it refers to. */
final class EntryTrial {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String SORTING = "1.2.840.113556.1.4.473";
    private static final ExprNode ANY = new PresenceNode(SchemaConstants.OBJECT_CLASS_AT);

    private final LdapSettings settings;
    private final BoundConnection connection;
    private final Referrals referrals;
    private final TestRun run;
    private final EntryReader reader;
    private final BoundedSearch people;
    private final Group group;
    private final Managers managers;
    private final Filters filters;
    private final String key;
    private final ExprNode keyed;
    private final ExprNode matching;
    private final ExprNode existing;

    EntryTrial(LdapSettings settings, BoundConnection connection, Referrals referrals, TestRun run) {
        this.settings = settings;
        this.connection = connection;
        this.referrals = referrals;
        this.run = run;
        this.reader = new EntryReader(settings);
        this.people = new BoundedSearch(connection, referrals, "baseDn", settings.base(), settings.scope());
        this.group =
                Group.of(settings, new PageSize(settings.description().search().requestLimit()), referrals);
        this.managers = new Managers(settings.managerShown());
        this.filters = new Filters(settings);
        this.key = settings.description().search().idField();
        this.keyed = new PresenceNode(key);
        this.matching = settings.always().orElse(ANY);
        this.existing = new AndNode(matching, keyed);
    }

    void run() {
        run.step("root", LIMIT, this::root);
        if (run.step("base", LIMIT, this::base).isPresent()) {
            run.step("filters", LIMIT, this::filters);
            run.step("entries", LIMIT, this::entries);
        } else {
            run.skip("filters", "entries");
        }
    }

    /** What the server says about itself. */
    private boolean root(StepReport report) throws SourceUnavailableException {
        List<Entry> roots = new ArrayList<>();
        List<String> wanted = List.of("vendorName", "vendorVersion", "supportedControl");
        one("the root", Dn.EMPTY_DN).first(0, ANY, wanted, report.deadline(), roots::add);
        if (roots.isEmpty()) {
            report.warn("The server does not tell what it can do");
            return true;
        }
        String maker = Stream.of("vendorName", "vendorVersion")
                .flatMap(attribute -> EntryReader.texts(roots.get(0), attribute).stream())
                .collect(Collectors.joining(" "));
        report.say(maker.isEmpty() ? "The server does not tell its maker" : maker);
        List<String> controls = EntryReader.texts(roots.get(0), "supportedControl");
        if (controls.contains(PagedResults.OID)) {
            report.detail("It delivers lists in pages");
        } else {
            report.warn("It does not say that it delivers lists in pages; its size limit may cut them");
        }
        report.detail(controls.contains(SORTING) ? "It sorts" : "It does not sort, which is not needed");
        return true;
    }

    private boolean base(StepReport report) throws SourceUnavailableException {
        require("baseDn", settings.base(), report);
        report.say("baseDn is there");
        if (settings.group().isPresent()) {
            require("groupDn", settings.group().get().dn(), report);
            report.say("baseDn and groupDn are there");
        }
        return true;
    }

    private void require(String setting, Dn dn, StepReport report) throws SourceUnavailableException {
        one(setting, dn).first(0, ANY, List.of(SchemaConstants.NO_ATTRIBUTE), report.deadline(), entry -> {});
    }

    private BoundedSearch one(String setting, Dn dn) {
        return new BoundedSearch(connection, referrals, setting, dn, SearchScope.OBJECT);
    }

    private boolean filters(StepReport report) throws SourceUnavailableException {
        Count all = people.count(existing, report.deadline());
        report.say(all + " with " + key + " below baseDn"
                + (settings.always().isPresent() ? " that match alwaysFilter" : ""));
        if (all.isNone()) {
            report.warn("Nobody is shown; check baseDn, scope, customerKey, alwaysFilter, and what userDn may see");
        }
        if (settings.valid().isPresent()) {
            Count valid = people.count(new AndNode(existing, settings.valid().get()), report.deadline());
            if (valid.isNone() && !all.isNone()) {
                report.warn("None of them matches validFilter, so that nobody is valid");
            } else {
                report.detail(valid + " of them that match validFilter");
            }
        }
        Count others = people.count(new AndNode(matching, new NotNode(keyed)), report.deadline());
        if (!others.isNone()) {
            report.detail(others + " without " + key + " (customerKey), such as organizational units; not shown");
        }
        elsewhere(all, report);
        return true;
    }

    /** What a part on another server lacks: there it may not be asked, or it could not. */
    private void elsewhere(Count all, StepReport report) {
        Stream<Finding> unreached =
                all.gap().filter(gap -> gap.kind() == Gap.Kind.UNREACHED).flatMap(Gap::finding).stream();
        Stream.concat(unreached, referrals.findings().stream())
                .forEach(finding -> report.warn(finding.key() + " " + finding.message()));
    }

    /** The first entries as they come. */
    private boolean entries(StepReport report) throws SourceUnavailableException {
        List<Found> first = new ArrayList<>();
        people.first(
                StepReport.MOST_RECORDS,
                existing,
                reader.attributes(),
                report.deadline(),
                entry -> reader.found(entry, true).ifPresent(first::add));
        report.say(first.isEmpty() ? "There are no entries" : "The first " + first.size() + " as records");
        List<Found> shown = settings.group().isPresent() ? members(first, report) : first;
        UnaryOperator<String> manager = managers.of(connection, shown, report.deadline());
        for (Found found : shown) {
            report.show(reader.record(found, Validity.VALID, manager), settings.description());
        }
        return true;
    }

    private List<Found> members(List<Found> entries, StepReport report) throws SourceUnavailableException {
        List<Found> members = new ArrayList<>();
        for (Found one : entries) {
            if (isMember(one, report)) {
                members.add(one);
            } else {
                report.detail(one.login() + " is not in groupDn; not shown");
            }
        }
        if (members.isEmpty() && !entries.isEmpty()) {
            report.warn("None of them is in groupDn; check its members, and what userDn may see of them");
        }
        return members;
    }

    private boolean isMember(Found person, StepReport report) throws SourceUnavailableException {
        ExprNode login = filters.ofIds(List.of(person.login())).get(0);
        List<Found> members = new ArrayList<>();
        Group.Entries same = (further, taker) -> {
            Consumer<Entry> found = entry -> reader.found(entry, true).ifPresent(taker);
            return people.first(
                    StepReport.MOST_RECORDS, further.apply(login), reader.attributes(), report.deadline(), found);
        };
        group.membersOfFew(connection, report.deadline(), same, members::add);
        return members.stream().anyMatch(member -> member.name().equals(person.name()));
    }
}
