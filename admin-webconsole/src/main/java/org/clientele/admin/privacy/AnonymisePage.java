package org.clientele.admin.privacy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.admin.privacy.AnonymiseView.FieldFate;
import org.clientele.admin.privacy.AnonymiseView.KeptAmount;
import org.clientele.admin.source.SourceName;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;
import org.clientele.field.Fields;
import org.clientele.privacy.AnonymisationPlan;
import org.clientele.privacy.DataProtection;
import org.clientele.privacy.FieldPlan;
import org.clientele.privacy.KeptData;
import org.clientele.privacy.Obstacle;

/** What anonymising a customer user does, before anybody does it. */
public final class AnonymisePage implements Action {
    private final DataProtection protection;
    private final CustomerUsers users;

    public AnonymisePage(DataProtection protection, CustomerUsers users) {
        this.protection = protection;
        this.users = users;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        AnonymisationPlan plan = protection.plan(login(exchange));
        return page(exchange, plan, plan.version(), Wish.of(plan), AnonymiseFaults.NONE);
    }

    static String login(Exchange exchange) {
        String parameter = exchange.kind().idParameter();
        return exchange.filled(FormParameter.ID)
                .or(() -> exchange.filled(parameter))
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.missing", parameter)));
    }

    /** The page again with what was typed; only somebody who saw that the record is another one by now may go on with it. */
    Reply again(Exchange exchange, AnonymiseFaults faults) throws DirectoryException {
        Wish wish = Wish.of(exchange);
        AnonymisationPlan plan = protection.plan(login(exchange), wish.neutralName());
        String version = faults.status() == 409 ? plan.version() : exchange.text(FormParameter.VERSION);
        return page(exchange, plan, version, wish, faults);
    }

    private Reply page(Exchange exchange, AnonymisationPlan plan, String version, Wish wish, AnonymiseFaults faults) {
        Screen screen = exchange.screen();
        Words words = screen.words();
        String back = Links.to(screen.home() + "/edit")
                .with(screen.kind().idParameter(), plan.login())
                .toString();
        AnonymiseView view = new AnonymiseView(
                screen,
                plan.login(),
                plan.name().isEmpty() ? plan.login() : plan.name(),
                Links.to(screen.home() + ProtectionLinks.ANONYMISE)
                        .with(FormParameter.ID, plan.login())
                        .toString(),
                back,
                version,
                rows(plan, words),
                kept(plan.kept(), words),
                obstacles(plan, true, words),
                obstacles(plan, false, words),
                plan.loginChangeable(),
                wish,
                faults);
        return new Reply.Page(faults.status(), new StaticTemplates().anonymise(view));
    }

    private static List<FieldFate> rows(AnonymisationPlan plan, Words words) {
        Stream<FieldFate> fields = plan.fields().stream()
                .filter(field -> !field.field().variable().equals(Fields.LOGIN))
                .map(field -> row(field, words));
        Stream<FieldFate> password = Stream.of(new FieldFate(
                        words.or("label." + Fields.PASSWORD, Fields.PASSWORD),
                        List.of("•••"),
                        "replaced",
                        words.get("anonymise.password")))
                .filter(row -> plan.password());
        return Stream.concat(fields, password).toList();
    }

    private static FieldFate row(FieldPlan plan, Words words) {
        String fate = plan.fate().name().toLowerCase(Locale.ROOT);
        String after =
                plan.afterwards().isEmpty() ? words.get("anonymise.emptied") : shown(plan, plan.afterwards(), words);
        return new FieldFate(
                words.label(plan.field()),
                plan.now().stream().map(value -> shown(plan, value, words)).toList(),
                fate,
                after);
    }

    private static String shown(FieldPlan plan, String value, Words words) {
        String variable = plan.field().variable();
        return words.selection(variable, value, plan.field().selections().getOrDefault(value, value));
    }

    private static List<KeptAmount> kept(KeptData kept, Words words) {
        return List.of(
                new KeptAmount(words.get("anonymise.kept.preferences"), kept.preferences()),
                new KeptAmount(words.get("anonymise.kept.permissions"), kept.permissions()),
                new KeptAmount(words.get("anonymise.kept.assignments"), kept.assignments()),
                new KeptAmount(words.get("anonymise.kept.tokens"), kept.tokens()),
                new KeptAmount(words.get("anonymise.kept.former"), kept.formerReferences()),
                new KeptAmount(words.get("anonymise.kept.audit"), kept.auditEntries()));
    }

    private List<String> obstacles(AnonymisationPlan plan, boolean blocking, Words words) {
        return plan.obstacles().stream()
                .filter(obstacle -> obstacle.kind().blocks() == blocking)
                .map(obstacle ->
                        words.get("anonymise.obstacle." + obstacle.kind().key(), subject(obstacle, plan, words)))
                .toList();
    }

    /** A field by the label that the page gives it, a source by its name. */
    private String subject(Obstacle obstacle, AnonymisationPlan plan, Words words) {
        return plan.fields().stream()
                .map(FieldPlan::field)
                .filter(field -> obstacle.kind() == Obstacle.Kind.FIXED_FIELD
                        && field.label().equals(obstacle.subject()))
                .map(words::label)
                .findFirst()
                .orElseGet(() -> SourceName.of(users, obstacle.subject()));
    }
}
