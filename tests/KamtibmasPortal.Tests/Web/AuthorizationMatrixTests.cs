using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A portal where nobody works without a second factor.</summary>
public sealed class StrictPortal : RunningPortal
{
    protected override string[] MoreSettings => ["--Accounts:RequireTwoFactor=true"];
}

/// <summary>Every endpoint, as the running application lists them, with everybody who might try it.</summary>
public sealed partial class AuthorizationMatrixTests(RunningPortal portal, StrictPortal strict) : IClassFixture<RunningPortal>, IClassFixture<StrictPortal>
{
    private const string SignIn = "/redaksi/masuk";
    private const string SetUp = "/redaksi/saya/dua-langkah";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_has_its_row_and_every_row_its_endpoint()
    {
        var found = (await EndpointsAsync()).Select(e => e.Row).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', AuthorizationRows.All.Keys.Order(StringComparer.Ordinal)), string.Join('\n', found));
    }

    [Fact]
    public async Task Nobody_reaches_what_the_row_does_not_give()
    {
        using var anonymous = DeskVisitor.Outside(portal);
        using var contributor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var locked = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        using var missing = await DeskVisitor.EnterAsync(strict, EditorRoles.Administrator);
        var lockedToken = await locked.TokenAsync("/redaksi/saya");
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Users.Where(u => u.Email == locked.Email).ExecuteUpdateAsync(u => u.SetProperty(e => e.DeactivatedAt, TimeProvider.System.GetUtcNow().UtcDateTime), Stop);
        }

        (string Who, DeskVisitor Visitor, string Token, Func<Access, string> Expected)[] visitors =
        [
            ("anonymous", anonymous, await anonymous.TokenAsync(SignIn), a => a is Access.Open ? "in" : SignIn),
            ("contributor", contributor, await contributor.TokenAsync("/redaksi/saya"), a => a is Access.Editors or Access.Administrators ? "403" : "in"),
            ("editor", editor, await editor.TokenAsync("/redaksi/saya"), a => a is Access.Administrators ? "403" : "in"),
            ("administrator", administrator, await administrator.TokenAsync("/redaksi/saya"), _ => "in"),
            ("locked", locked, lockedToken, a => a is Access.Open ? "in" : SignIn),
            ("two factors missing", missing, await missing.TokenAsync("/redaksi/saya"), a => a is Access.Open or Access.Own ? "in" : SetUp),
        ];

        var wrong = new List<string>();
        foreach (var (row, method, address) in (await EndpointsAsync()).DistinctBy(e => e.Row).OrderBy(e => e.Row.Contains("keluar", StringComparison.Ordinal)))
        {
            foreach (var (who, visitor, token, expected) in visitors)
            {
                var answer = await TryAsync(visitor, method, address, token);
                if (answer != expected(AuthorizationRows.All[row]))
                {
                    wrong.Add($"{row} as {who}: {answer}, expected {expected(AuthorizationRows.All[row])}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_form_without_its_token_is_refused()
    {
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        var forms = (await EndpointsAsync()).Where(e => e.Method == "POST").DistinctBy(e => e.Row).ToList();
        Assert.True(forms.Count >= 25, $"{forms.Count} forms");

        var open = new List<string>();
        foreach (var (row, _, address) in forms)
        {
            foreach (var fields in new Dictionary<string, string>[] { new() { ["id"] = Guid.Empty.ToString() }, new() { ["__formulir"] = "CfDJ8" } })
            {
                using var answer = await administrator.Client.PostAsync(address, new FormUrlEncodedContent(fields), Stop);
                if (answer.StatusCode is not HttpStatusCode.BadRequest)
                {
                    open.Add($"{row}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(open);
        Assert.Equal("200", await administrator.AnswerOfAsync("/redaksi"));
    }

    /// <summary>"in" when the endpoint itself answered, whatever it said of ids that are not there.</summary>
    private static async Task<string> TryAsync(DeskVisitor visitor, string method, string address, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__formulir"] = token });
        }

        using var answer = await visitor.Client.SendAsync(request, Stop);
        if (answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var there = answer.Headers.Location is { } location ? new Uri(visitor.Client.BaseAddress!, location) : null;

        // The ways in themselves lead to the sign-in without a complaint: only "where from" tells that somebody was turned away.
        return there is null ? "in" : there.AbsolutePath == SetUp ? SetUp : there.AbsolutePath == SignIn && there.Query.Contains("kembali=", StringComparison.Ordinal) ? SignIn : "in";
    }

    private async Task<List<(string Row, string Method, string Address)>> EndpointsAsync()
    {
        var found = new List<(string Row, string Method, string Address)>();
        foreach (var endpoint in portal.Endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            // Files of wwwroot, compressed and with fingerprints: open all alike. The last one finds new files, where nothing is published.
            if (endpoint.Metadata.Any(m => m.GetType().Name is "StaticAssetDescriptor") || endpoint.RoutePattern.RawText!.StartsWith("{**path", StringComparison.Ordinal))
            {
                continue;
            }

            var route = ParameterKind().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "}");
            var address = "/" + Parameter().Replace(route, m => m.Value switch
            {
                "{id}" => "0199f0c2-0000-7000-8000-000000000000",
                "{code}" => "31",
                "{status}" => "404",
                "{documentName}" => "v1",
                _ => "narkotika",
            });
            foreach (var (method, handler) in await MethodsAsync(endpoint))
            {
                found.Add(($"{method} {route}".TrimEnd() + (handler is null ? "" : "?" + handler), method, address + (handler is null ? "" : "?handler=" + handler)));
            }
        }

        return found;
    }

    private async Task<IEnumerable<(string Method, string? Handler)>> MethodsAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var loaded = await portal.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
            var handlers = loaded.HandlerMethods.Select(h => (h.HttpMethod.ToUpperInvariant(), h.Name)).Where(h => h.Item1 != "PAGE").ToList();
            return handlers.Any(h => h.Item1 == "GET") ? handlers : handlers.Append(("GET", null));
        }

        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m is not ("HEAD" or "OPTIONS")).Select(m => (m, (string?)null));
    }

    [GeneratedRegex(@"(?::[^}]*)?\??\}")]
    private static partial Regex ParameterKind();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
