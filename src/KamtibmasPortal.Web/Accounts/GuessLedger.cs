using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>
/// How often somebody may guess at an account: <see cref="Allowed"/> times in any <see cref="Window"/>, from whatever addresses, passwords and codes
/// together. Four windows make an hour, so that never more than 20 guesses an hour are evaluated. An address without an account is counted alike.
/// </summary>
public sealed class GuessLedger(PortalDbContext db, TimeProvider clock)
{
    public const int Allowed = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan s_kept = TimeSpan.FromHours(1);

    /// <summary>
    /// Takes a guess before it is evaluated; null when there is none left. It is written first and counted then: of any number that come at
    /// the same moment the last one written sees all others.
    /// </summary>
    public async Task<SignInGuess?> TakeAsync(string email, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (forgotten, since) = ((now - s_kept).UtcDateTime, (now - Window).UtcDateTime);
        var guess = new SignInGuess { Id = Guid.CreateVersion7(now), Account = KeyOf(email), At = now.UtcDateTime };
        await db.SignInGuesses.Where(g => g.At < forgotten).ExecuteDeleteAsync(cancellation);
        db.SignInGuesses.Add(guess);
        await db.SaveChangesAsync(cancellation);
        db.Entry(guess).State = EntityState.Detached;
        if (await db.SignInGuesses.CountAsync(g => g.Account == guess.Account && g.At > since, cancellation) <= Allowed)
        {
            return guess;
        }

        await GiveBackAsync(guess, cancellation);
        return null;
    }

    /// <summary>It was right, or it was not evaluated: it does not count.</summary>
    public Task GiveBackAsync(SignInGuess guess, CancellationToken cancellation) => db.SignInGuesses.Where(g => g.Id == guess.Id).ExecuteDeleteAsync(cancellation);

    /// <summary>Wrong guesses of the last hour by account, for whoever looks after the accounts.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(IEnumerable<string> emails, CancellationToken cancellation)
    {
        var byKey = emails.ToDictionary(KeyOf, e => e, StringComparer.Ordinal);
        var (keys, since) = (byKey.Keys.ToList(), (clock.GetUtcNow() - s_kept).UtcDateTime);
        var counts = await db.SignInGuesses.Where(g => g.At > since && keys.Contains(g.Account)).GroupBy(g => g.Account).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return counts.ToDictionary(c => byKey[c.Key], c => c.Count, StringComparer.Ordinal);
    }

    private static string KeyOf(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())));
}
