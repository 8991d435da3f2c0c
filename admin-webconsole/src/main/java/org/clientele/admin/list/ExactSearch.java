package org.clientele.admin.list;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Search;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Screen;

/**
 * A search for one value instead of a text.
 *
 * @param parameter which value: {@code login}, {@code customerId}, {@code customerIdRaw} or {@code email}
 * @param value the value
 */
public record ExactSearch(String parameter, String value) {
    private static final String LOGIN = "login";
    private static final String CUSTOMER_ID = "customerId";
    private static final String CUSTOMER_ID_RAW = "customerIdRaw";
    private static final String EMAIL = "email";

    /** The filter that goes with a text. */
    static final String CUSTOMER = "customer";

    /** Starts the name under which the search box sends the exact search that it was opened with: it counts until a text is typed. */
    private static final String UNLESS_TYPED = "exact-";

    /** The one that the parameters ask for; a text beside it, or a second one, would leave open what is meant. */
    static Optional<ExactSearch> of(Exchange exchange) {
        List<String> parameters = parameters(exchange.kind());
        List<ExactSearch> given = given(exchange, parameters, "");
        boolean text = exchange.filled("search").isPresent()
                || exchange.filled(CUSTOMER).isPresent() && exchange.kind().equals(Kind.USERS);
        if (given.size() > 1 || !given.isEmpty() && text) {
            String all = "search, " + (exchange.kind().equals(Kind.USERS) ? CUSTOMER + ", " : "")
                    + String.join(", ", parameters);
            throw new Refusal(422, exchange.words().get("bad.searches", all));
        }
        List<ExactSearch> before = text ? List.of() : given(exchange, parameters, UNLESS_TYPED);
        return Stream.concat(given.stream(), before.stream()).findFirst();
    }

    /** What can be searched for. */
    static List<String> parameters(Kind kind) {
        return kind.equals(Kind.USERS)
                ? List.of(LOGIN, CUSTOMER_ID, CUSTOMER_ID_RAW, EMAIL)
                : List.of(CUSTOMER_ID, CUSTOMER_ID_RAW);
    }

    /** Where the customer users of a customer are listed. */
    public static String ofCustomer(Screen screen, String customerId) {
        return Links.to(screen.home(Kind.USERS)).with(CUSTOMER, customerId).toString();
    }

    private static List<ExactSearch> given(Exchange exchange, List<String> parameters, String prefix) {
        return parameters.stream()
                .flatMap(name -> exchange.filled(prefix + name).map(value -> new ExactSearch(name, value)).stream())
                .toList();
    }

    /** The name under which the search box sends it. */
    public String unlessTyped() {
        return UNLESS_TYPED + parameter;
    }

    Search search() {
        return switch (parameter) {
            case LOGIN -> new Search.Id(value);
            case CUSTOMER_ID -> new Search.CustomerId(value);
            case CUSTOMER_ID_RAW -> new Search.CustomerIdRaw(value);
            default -> new Search.Email(value);
        };
    }
}
