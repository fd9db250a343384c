using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>
/// Refuses passwords that are tried first by whoever guesses: the words of common-passwords.txt, one of them or any other repeated,
/// each with digits and signs around or letters written as digits; rows of keys; and what is built on the own e-mail or the portal's name.
/// </summary>
public sealed class PasswordRules(PortalSettings portal) : IPasswordValidator<Editor>
{
    /// <summary>So many letters beside a name or address are a password of their own.</summary>
    private const int OwnLetters = 6;

    private static readonly HashSet<string> s_common = [.. Lines().Where(l => l.Length > 0 && l[0] != '#')];

    public Task<IdentityResult> ValidateAsync(UserManager<Editor> manager, Editor user, string? password) =>
        Task.FromResult(IsCommon(password ?? "") ? Refusal("PasswordIsCommon", Texts.Account.CommonPassword)
            : IsBuiltOn(password ?? "", user.Email) ? Refusal("PasswordIsPersonal", Texts.Account.PersonalPassword)
            : IdentityResult.Success);

    /// <summary>Whether a password is one of the first that are tried, whoever owns it.</summary>
    public static bool IsCommon(string password)
    {
        var plain = Plain(password);
        return Cores(plain).Any(core => core.Length == 0 || s_common.Contains(core) || IsRepeated(core)) || IsRow(password);
    }

    private bool IsBuiltOn(string password, string? email)
    {
        string?[] names = [email, email?.Split('@')[0], email?.Split('@')[^1].Split('.')[0], portal.Name, "kamtibmasportal", "kamtibmas"];
        var plain = Letters(Plain(password));
        return names.OfType<string>().Select(n => Letters(Plain(n))).Where(n => n.Length > 3)
            .Any(n => plain.Contains(n, StringComparison.Ordinal) && plain.Replace(n, "", StringComparison.Ordinal).Length < OwnLetters);
    }

    private static IdentityResult Refusal(string code, string words) => IdentityResult.Failed(new IdentityError { Code = code, Description = words });

    /// <summary>Small letters without accents.</summary>
    private static string Plain(string text) =>
        new([.. text.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant)]);

    /// <summary>The word inside, read two ways: digits around it left off, and digits that stand for letters read as those.</summary>
    private static IEnumerable<string> Cores(string plain)
    {
        yield return Letters(plain);
        yield return Letters(Unmasked(plain.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '.', '#', '?', '*', '_', '-', ' ')));
        yield return new string([.. plain.Where(char.IsLetterOrDigit)]);
    }

    private static string Letters(string plain) => new([.. plain.Where(char.IsLetter)]);

    private static string Unmasked(string plain) => new([.. plain.Select(c => c switch
    {
        '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', '8' => 'b', '9' => 'g', _ => c,
    })]);

    private static bool IsRepeated(string core)
    {
        for (var length = 1; length <= core.Length / 2; length++)
        {
            if (core.Length % length == 0 && Enumerable.Range(1, (core.Length / length) - 1).All(i => string.CompareOrdinal(core, i * length, core, 0, length) == 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Signs that follow each other all along: 123456789012, abcdefghijkl, 987654321098.</summary>
    private static bool IsRow(string password)
    {
        var steps = Enumerable.Range(1, Math.Max(0, password.Length - 1)).Count(i => Math.Abs(password[i] - password[i - 1]) <= 1 || (password[i - 1] is '9' && password[i] is '0') || (password[i - 1] is '0' && password[i] is '9'));
        return password.Length > 0 && steps >= (password.Length - 1) * 0.85;
    }

    private static IEnumerable<string> Lines()
    {
        using var file = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("KamtibmasPortal.Web.Accounts.common-passwords.txt")!);
        while (file.ReadLine() is { } line)
        {
            yield return line.Trim();
        }
    }
}
