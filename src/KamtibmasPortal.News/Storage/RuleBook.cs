using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// The rules this process works by. Whoever needs them asks for <see cref="Current"/> each time: a change that is applied holds from the
/// next article on, here at once, in other processes when they read the store again.
/// </summary>
public sealed class RuleBook(IServiceScopeFactory scopes)
{
    private volatile RuleSet? _current;

    public RuleSet Current => _current ?? RuleSet.Shipped;

    /// <summary>Takes over what the store says is applied.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var changes = await ActiveAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), cancellation);
        if (RuleSet.MarkOf(changes) != Current.Mark)
        {
            _current = RuleSet.With(changes);
        }
    }

    /// <summary>Changes that hold now, in the order in which they lie over the shipped rows.</summary>
    public static Task<List<RuleChange>> ActiveAsync(PortalDbContext db, CancellationToken cancellation) =>
        db.RuleChanges.AsNoTracking().Where(c => c.State == RuleState.Applying || c.State == RuleState.Applied).OrderBy(c => c.Place).ToListAsync(cancellation);
}
