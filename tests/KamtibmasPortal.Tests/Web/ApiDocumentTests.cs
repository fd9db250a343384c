using System.Net;
using System.Text.Json;
using KamtibmasPortal.News.Model;
using Microsoft.AspNetCore.Routing;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The document that scripts are written against says what is served: no address, parameter or member more or less.</summary>
public sealed class ApiDocumentTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_openapi_3_1_and_lists_every_address_of_the_api()
    {
        using var document = JsonDocument.Parse(await portal.TextAsync("/openapi/v1.json"));

        var served = portal.Endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(r => r.StartsWith("/api/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(served.Order(StringComparer.Ordinal), document.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(document.RootElement.GetProperty("paths").EnumerateObject(), p => Assert.Equal(["get"], p.Value.EnumerateObject().Select(o => o.Name)));
    }

    [Fact]
    public async Task Every_answer_has_the_shape_that_is_written_down()
    {
        const string Text = "Polsek Cipayung Tangkap Kurir Sabu\n\nJakarta Timur, Senin (6/5/2024) - Polsek Cipayung menangkap kurir sabu di Kelurahan Lubang Buaya, Kecamatan Cipayung, Jakarta Timur.";
        await portal.StoreAsync("dokumen", Text, Trust.Publish, Display.FullText);
        var id = await portal.StoreAsync("dokumen", Text + "\n\nBarang bukti disita petugas.", Trust.Publish, Display.FullText);
        using var document = JsonDocument.Parse(await portal.TextAsync("/openapi/v1.json"));
        var asked = 0;
        await portal.StoreAsync("salinan", Text, Trust.Publish, Display.FullText);
        using var article = JsonDocument.Parse(await portal.TextAsync($"/api/v1/articles/{id}"));
        var story = article.RootElement.GetProperty("storyId").GetString();
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            var address = path.Name.Replace("{id}", path.Name.Contains("stories", StringComparison.Ordinal) ? story : id.ToString(), StringComparison.Ordinal).Replace("{code}", "31.75", StringComparison.Ordinal);
            var operation = path.Value.GetProperty("get");
            if (operation.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "facets"))
            {
                address += "?facets=true&q=sabu";
            }

            using var response = await portal.Client.GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
            var schema = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.Equal([], Faults(document.RootElement, schema, answer.RootElement, address));
            asked++;
        }

        Assert.True(asked >= 8, $"Only {asked} addresses were asked.");
    }

    [Fact]
    public async Task Every_parameter_that_is_written_down_is_known_and_no_other()
    {
        using var document = JsonDocument.Parse(await portal.TextAsync("/openapi/v1.json"));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            var address = path.Name.Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{code}", "31.75", StringComparison.Ordinal);
            var written = path.Value.GetProperty("get").TryGetProperty("parameters", out var some)
                ? some.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!).ToList()
                : [];
            var unknown = await portal.TextAsync(address + "?tidak_ada=1");
            Assert.Contains("tidak_ada", unknown, StringComparison.Ordinal);
            Assert.All(written, name => Assert.Contains(name, unknown, StringComparison.Ordinal));
        }
    }

    private static List<string> Faults(JsonElement document, JsonElement schema, JsonElement value, string at)
    {
        schema = Resolved(document, schema);
        if (schema.TryGetProperty("oneOf", out var either) || schema.TryGetProperty("anyOf", out either))
        {
            var tries = either.EnumerateArray().Select(s => Faults(document, s, value, at)).ToList();
            return tries.Exists(t => t.Count == 0) ? [] : tries[^1];
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Fits(t, value)))
        {
            return [$"{at} is {value.ValueKind}, not {type}"];
        }

        var faults = new List<string>();
        if (value.ValueKind is JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToList() : [];
            faults.AddRange(required.Where(n => !value.TryGetProperty(n, out _)).Select(n => $"{at}.{n} is missing"));
            foreach (var member in value.EnumerateObject())
            {
                faults.AddRange(properties.TryGetProperty(member.Name, out var own) ? Faults(document, own, member.Value, $"{at}.{member.Name}") : [$"{at}.{member.Name} is not written down"]);
            }
        }
        else if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            faults.AddRange(value.EnumerateArray().SelectMany((v, i) => Faults(document, items, v, $"{at}[{i}]")));
        }

        return faults;
    }

    private static JsonElement Resolved(JsonElement document, JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            var found = document;
            foreach (var part in reference.GetString()!.TrimStart('#', '/').Split('/'))
            {
                found = found.GetProperty(part);
            }

            schema = found;
        }

        return schema;
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Fits(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("number", JsonValueKind.Number) => true,
        _ => false,
    };
}
