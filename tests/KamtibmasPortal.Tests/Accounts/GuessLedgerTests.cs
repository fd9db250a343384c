using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using KamtibmasPortal.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Accounts;

/// <summary>How often an account may be guessed at.</summary>
public sealed class GuessLedgerTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Somebody guesses every 20 seconds for three hours: whatever hour one looks at, no more than 20 were evaluated.</summary>
    [Theory, ClassData(typeof(BothStores))]
    public async Task Never_more_than_twenty_guesses_an_hour_are_evaluated(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var evaluated = new List<DateTimeOffset>();
        for (var i = 0; i < 3 * 180; i++)
        {
            if (await TakeAsync(store, i % 2 == 0 ? "siti@contoh.id" : " SITI@contoh.id"))
            {
                evaluated.Add(store.Clock.GetUtcNow());
            }

            store.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.True(evaluated.Count >= 50, $"{evaluated.Count}: somebody who waits may try again");
        Assert.All(evaluated, from => Assert.InRange(evaluated.Count(at => at >= from && at < from.AddHours(1)), 1, 20));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Of_many_guesses_at_one_moment_five_at_most_are_evaluated(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);

        var taken = await Together.RunAsync(24, _ => TakeAsync(store, "siti@contoh.id"));

        Assert.InRange(taken.Count(t => t), 0, GuessLedger.Allowed);
        store.Clock.Advance(GuessLedger.Window);
        Assert.True(await TakeAsync(store, "siti@contoh.id"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Right_guesses_do_not_count_and_old_ones_are_forgotten(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        for (var i = 0; i < 20; i++)
        {
            await store.RowsAsync(async db =>
            {
                var ledger = new GuessLedger(db, store.Clock);
                var guess = await ledger.TakeAsync("siti@contoh.id", Stop);
                Assert.NotNull(guess);
                await ledger.GiveBackAsync(guess, Stop);
            });
        }

        Assert.True(await TakeAsync(store, "siti@contoh.id"));
        Assert.Equal(1, await store.RowsAsync(db => db.SignInGuesses.CountAsync(Stop)));
        Assert.Equal(1, (await store.RowsAsync(db => new GuessLedger(db, store.Clock).CountsAsync(["siti@contoh.id", "budi@contoh.id"], Stop)))["siti@contoh.id"]);
        store.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.True(await TakeAsync(store, "budi@contoh.id"));
        Assert.Equal(1, await store.RowsAsync(db => db.SignInGuesses.CountAsync(Stop)));
    }

    private static Task<bool> TakeAsync(TestStore store, string email) => store.RowsAsync(async db => await new GuessLedger(db, store.Clock).TakeAsync(email, Stop) is not null);
}
