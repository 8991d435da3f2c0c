package org.clientele.itests.outside;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The console over plain HTTP, as a program uses it. */
final class Web {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String console;
    private final Map<String, String> headers;

    Web(String console, String user, String password) {
        this(
                console,
                Map.of(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))));
    }

    private Web(String console, Map<String, String> headers) {
        this.console = console;
        this.headers = Map.copyOf(headers);
    }

    /** Somebody who does not sign in. */
    Web stranger() {
        return new Web(console, Map.of());
    }

    Web with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Web(console, all);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** GET with parameters: name, value, name, value. */
    HttpResponse<String> get(String path, String... parameters) throws IOException, InterruptedException {
        return get(path + "?" + encode(form(parameters)));
    }

    JSONObject json(String path, String... parameters) throws IOException, InterruptedException, JSONException {
        HttpResponse<String> response = get(path, parameters);
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return new JSONObject(response.body());
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    /** The proof that a form came from a page. */
    String token() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/customers/add").body());
        if (!token.find()) {
            throw new IOException("The page has no token");
        }
        return token.group(1);
    }

    static Map<String, String> form(String... parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return form;
    }

    /** What the form of a new customer sends. */
    static Map<String, String> customer(String token, String id) {
        return form(
                "token", token, "CustomerID", id, "CustomerCompanyName", "Company " + id, "ValidID", "1", "save", "1");
    }

    /** What the form of a new customer user sends. */
    static Map<String, String> person(String token, String login, String customer) {
        return form(
                "token",
                token,
                "UserFirstname",
                "First",
                "UserLastname",
                "Last",
                "UserLogin",
                login,
                "UserEmail",
                login + "@example.com",
                "UserCustomerID",
                customer,
                "ValidID",
                "1",
                "save",
                "1");
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(console + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(builder::header);
        return builder;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
