using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>Somebody of the redaksi with a browser: signs in, opens pages, sends their forms.</summary>
internal sealed partial class DeskVisitor : IDisposable
{
    public const string Password = "Gerbang-kota-2026";

    private DeskVisitor(HttpClient client, string email) => (Client, Email) = (client, email);

    public HttpClient Client { get; }

    public string Email { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DeskVisitor> EnterAsync(RunningPortal portal, string role)
    {
        var visitor = new DeskVisitor(portal.NewClient(), $"{Guid.NewGuid():N}@contoh.id");
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EditorAccounts>().CreateAsync(visitor.Email, Password, role);
        }

        using var entered = await visitor.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return visitor;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public static DeskVisitor Outside(RunningPortal portal, string email = "") => new(portal.NewClient(), email);

    public Task<HttpResponseMessage> SignInAsync(string password = Password) => SendAsync("/redaksi/masuk", "/redaksi/masuk", ("Email", Email), ("Password", password));

    /// <summary>The redirect to somewhere, or the status.</summary>
    public async Task<string> AnswerOfAsync(string address)
    {
        using var answer = await Client.GetAsync(address, Stop);
        return answer.Headers.Location is { } there ? new Uri(Client.BaseAddress!, there).AbsolutePath : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task<string> PageAsync(string address) => Client.GetStringAsync(address, Stop);

    /// <summary>Sends fields to an address with the token of a page; every page of the redaksi has one.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string to, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(page);
        return await Client.PostAsync(to, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__formulir", token))), Stop);
    }

    public async Task<string> TokenAsync(string page)
    {
        var token = Token().Match(await PageAsync(page)).Groups[1].Value;
        Assert.NotEmpty(token);
        return token;
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("name=\"__formulir\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
