using System.Net;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Tests.Web;
using KamtibmasPortal.Web.Accounts;

namespace KamtibmasPortal.Tests.Accounts;

/// <summary>The second step: set up, asked for, used once, replaced by a recovery code.</summary>
public sealed partial class TwoFactorTests(RunningPortal portal, StrictPortal strict) : IClassFixture<RunningPortal>, IClassFixture<StrictPortal>
{
    private const string SetUp = "/redaksi/saya/dua-langkah";
    private const string CodePage = "/redaksi/masuk/kode";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_up_it_is_asked_for_at_every_sign_in_and_a_code_counts_once()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var elsewhere = DeskVisitor.Outside(portal, editor.Email);
        using var before = await elsewhere.SignInAsync();
        var (secret, used, codes) = await TurnOnAsync(editor);
        Assert.Equal(OwnAccount.CodesMade, codes.Count);
        Assert.Equal(("200", "/redaksi/masuk"), (await editor.AnswerOfAsync("/redaksi"), await elsewhere.AnswerOfAsync("/redaksi")));

        using var half = await elsewhere.SignInAsync();
        Assert.Equal(CodePage, half.Headers.Location!.OriginalString);
        Assert.Equal("/redaksi/masuk", await elsewhere.AnswerOfAsync("/redaksi"));
        foreach (var wrong in new[] { used, "000000", "", "AAAAA-AAAAA" })
        {
            using var refused = await elsewhere.SendAsync(CodePage, CodePage, ("code", wrong));
            Assert.Equal((wrong, HttpStatusCode.OK), (wrong, refused.StatusCode));
        }

        using var entered = await elsewhere.SendAsync(CodePage, CodePage + "?kembali=%2Fredaksi%2Fsumber", ("code", $" {codes[0].ToLowerInvariant()} "));
        Assert.Equal("/redaksi/sumber", entered.Headers.Location!.OriginalString);
        Assert.Equal("200", await elsewhere.AnswerOfAsync("/redaksi"));
        Assert.NotEmpty(secret);

        // A recovery code counts once.
        using var again = DeskVisitor.Outside(portal, editor.Email);
        using var halfAgain = await again.SignInAsync();
        using var spent = await again.SendAsync(CodePage, CodePage, ("code", codes[0]));
        Assert.Equal(HttpStatusCode.OK, spent.StatusCode);
    }

    /// <summary>The password's guesses and the code's are one account's guesses.</summary>
    [Fact]
    public async Task Codes_are_guessed_at_as_seldom_as_passwords()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var (_, _, codes) = await TurnOnAsync(editor);
        using var guesser = DeskVisitor.Outside(portal, editor.Email);
        using var half = await guesser.SignInAsync();
        for (var i = 0; i < GuessLedger.Allowed; i++)
        {
            using var wrong = await guesser.SendAsync(CodePage, CodePage, ("code", $"00000{i}"));
        }

        using var right = await guesser.SendAsync(CodePage, CodePage, ("code", codes[1]));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal("/redaksi/masuk", await guesser.AnswerOfAsync("/redaksi"));
    }

    [Fact]
    public async Task Turning_it_off_and_new_recovery_codes_need_the_password()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        await TurnOnAsync(editor);

        using var noCodes = await editor.SendAsync(SetUp, SetUp + "?handler=Codes", ("password", "bukan sandinya ini"));
        Assert.Empty(Codes().Matches(await noCodes.Content.ReadAsStringAsync(Stop)));
        using var newCodes = await editor.SendAsync(SetUp, SetUp + "?handler=Codes", ("password", DeskVisitor.Password));
        Assert.Equal(OwnAccount.CodesMade, Codes().Count(await newCodes.Content.ReadAsStringAsync(Stop)));
        using var stays = await editor.SendAsync(SetUp, SetUp + "?handler=Off", ("password", "bukan sandinya ini"));
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        using var off = await editor.SendAsync(SetUp, SetUp + "?handler=Off", ("password", DeskVisitor.Password));

        Assert.Equal("/redaksi/saya?hasil=mati", off.Headers.Location!.OriginalString);
        Assert.Equal("200", await editor.AnswerOfAsync("/redaksi"));
        using var fresh = DeskVisitor.Outside(portal, editor.Email);
        using var entered = await fresh.SignInAsync();
        Assert.Equal("/redaksi", entered.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Where_it_is_required_nothing_else_is_open_until_it_is_set_up()
    {
        using var editor = await DeskVisitor.EnterAsync(strict, EditorRoles.Editor);
        Assert.Equal(SetUp, await editor.AnswerOfAsync("/redaksi"));
        Assert.Equal("200", await editor.AnswerOfAsync("/redaksi/saya"));
        Assert.Contains("mewajibkan", await editor.PageAsync(SetUp), StringComparison.Ordinal);

        var (_, _, codes) = await TurnOnAsync(editor);

        Assert.Equal("200", await editor.AnswerOfAsync("/redaksi"));
        using var later = DeskVisitor.Outside(strict, editor.Email);
        using var half = await later.SignInAsync();
        using var entered = await later.SendAsync(CodePage, CodePage, ("code", codes[2]));
        Assert.Equal("200", await later.AnswerOfAsync("/redaksi"));
    }

    [Fact]
    public async Task The_picture_and_the_codes_obey_the_content_policy()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        var page = await editor.PageAsync(SetUp);

        Assert.Matches("<svg class=\"qr\"[^>]*viewBox=\"0 0 (\\d+) \\1\"[^>]*><rect[^>]*/><path d=\"M", page);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_passkey_opens_nothing()
    {
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        using var stranger = DeskVisitor.Outside(portal);
        const string Entry = "/redaksi/masuk/kunci-sandi";
        foreach (var credential in new[] { "", "null", "{}", "[", "{\"id\":\"AA\",\"response\":{}}", new string('x', 9_000) })
        {
            using var options = await stranger.SendAsync("/redaksi/masuk", Entry + "?handler=Options");
            Assert.Contains("\"challenge\"", await options.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            using var refused = await stranger.SendAsync("/redaksi/masuk", Entry, ("credential", credential));
            Assert.Equal((credential, HttpStatusCode.OK), (credential, refused.StatusCode));
            using var withoutCeremony = await stranger.SendAsync("/redaksi/masuk", Entry, ("credential", credential));
            Assert.Equal((credential, HttpStatusCode.OK), (credential, withoutCeremony.StatusCode));

            using var making = await editor.SendAsync("/redaksi/saya", "/redaksi/saya?handler=PasskeyOptions");
            Assert.Contains("\"userVerification\":\"required\"", await making.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            using var notMade = await editor.SendAsync("/redaksi/saya", "/redaksi/saya?handler=Passkey", ("credential", credential), ("name", "ponsel"));
            Assert.Equal((credential, HttpStatusCode.OK), (credential, notMade.StatusCode));
        }

        Assert.Equal("/redaksi/masuk", await stranger.AnswerOfAsync("/redaksi"));
        Assert.Contains("Belum ada kunci sandi", await editor.PageAsync("/redaksi/saya"), StringComparison.Ordinal);
    }

    private static async Task<(string Secret, string Used, IReadOnlyList<string> Codes)> TurnOnAsync(DeskVisitor editor)
    {
        var secret = Secret().Match(await editor.PageAsync(SetUp)).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var code = OneTimeCodes.At(secret, TimeProvider.System.GetUtcNow());
        using var on = await editor.SendAsync(SetUp, SetUp + "?handler=On", ("code", $"{code[..3]} {code[3..]}"));
        var codes = Codes().Matches(await on.Content.ReadAsStringAsync(Stop)).Select(m => m.Groups[1].Value).ToList();
        return (secret, code, codes);
    }

    [GeneratedRegex("<code>([A-Z2-7 ]{32,})</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code>([A-Z0-9]{5}-[A-Z0-9]{5})</code></li>")]
    private static partial Regex Codes();
}
